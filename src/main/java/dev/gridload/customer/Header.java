package dev.gridload.customer;

import java.util.List;

/**
 * The header record of an input: what each field of a row is.
 *
 * @param names the names as they stand in the file, in file order
 */
public record Header(List<String> names) {

    public Header {
        names = List.copyOf(names);
    }
}
