/** Step submit - intent, call, outcome, in that order. */
@NullMarked
package dev.gridload.pipeline.submit;

import org.jspecify.annotations.NullMarked;
