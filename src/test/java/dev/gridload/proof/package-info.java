/**
 * Whether what gridload promises is true: processes are killed at every commit and call and at random moments, the same command
 * is given again, and {@link dev.gridload.proof.Checker} decides from the input, Grid's journal, the ledger and the result files.
 */
@NullMarked
package dev.gridload.proof;

import org.jspecify.annotations.NullMarked;
