package dev.gridload.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data record of the input as it stands there, before any rule.
 *
 * @param row data record number from 1
 * @param line physical line where the record begins; the header is line 1
 * @param values the fields in file order; empty where the record is defective
 * @param defect why the record could not be read at all (ragged, over-long, bad bytes, broken quoting); null for a sound one
 */
public record SourceRow(
        long row, long line, List<String> values, @Nullable Problem defect) {}
