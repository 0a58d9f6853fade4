/** Step skip - customers that Grid has already, found before anything is sent. */
@NullMarked
package dev.gridload.pipeline.skip;

import org.jspecify.annotations.NullMarked;
