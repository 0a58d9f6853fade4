/** Step poll - ask Grid until each job is final. */
@NullMarked
package dev.gridload.pipeline.poll;

import org.jspecify.annotations.NullMarked;
