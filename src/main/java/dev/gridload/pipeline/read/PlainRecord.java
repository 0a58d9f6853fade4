package dev.gridload.pipeline.read;

import dev.gridload.customer.Cell;
import dev.gridload.customer.RowView;

/** One sound record that is all ASCII, whose bytes are its text. For one thread. */
final class PlainRecord implements RowView {

    private final RecordBytes record;
    private final Cell[] fields;

    /** @param record the one that this stands for, whichever that is at the time */
    PlainRecord(RecordBytes record, int columns) {
        this.record = record;
        fields = new Cell[columns];
        for (int i = 0; i < columns; i++) {
            fields[i] = new Cell();
        }
    }

    @Override
    public long row() {
        return record.row();
    }

    @Override
    public long line() {
        return record.line();
    }

    @Override
    public CharSequence field(int place) {
        return record.field(place, fields[place]) ? fields[place] : "";
    }
}
