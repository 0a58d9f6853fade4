package dev.gridload.customer;

/** Told of every record of an input, in order. */
public interface RowVisitor {

    void row(RowView row);

    /**
     * A record whose fields cannot be told apart.
     *
     * @param text what stands there, as far as it can be shown; of an over-long one the beginning
     */
    void defective(long row, String text);
}
