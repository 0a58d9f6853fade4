/** Step update - customers that Grid had before, changed to what their rows say. */
@NullMarked
package dev.gridload.pipeline.update;

import org.jspecify.annotations.NullMarked;
