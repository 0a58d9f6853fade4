/** Measures gridload beside plain parsing, plain loading and the usual batch job; see {@link dev.gridload.bench.Benchmark}. */
@NullMarked
package dev.gridload.bench;

import org.jspecify.annotations.NullMarked;
