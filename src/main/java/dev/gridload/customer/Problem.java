package dev.gridload.customer;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one row, said so that an operator can mend it.
 *
 * @param row data record number from 1; 0 for the file as a whole
 * @param line physical line where the record begins; the header is line 1
 * @param customerId the row's platformCustomerId; null where it could not be read
 * @param column the Grid column; null where the whole row is meant
 * @param code stable and upper case, see {@code gridload rules}
 * @param message what was expected and what was found, without any value
 * @param hint what to do next
 * @param value the value as found, masked; null where there is none
 */
public record Problem(
        long row,
        long line,
        @Nullable String customerId,
        @Nullable String column,
        Severity severity,
        String code,
        String message,
        String hint,
        @Nullable String value) {}
