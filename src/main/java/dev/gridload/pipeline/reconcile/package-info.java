/** Step reconcile - settle every row by what Grid really holds. */
@NullMarked
package dev.gridload.pipeline.reconcile;

import org.jspecify.annotations.NullMarked;
