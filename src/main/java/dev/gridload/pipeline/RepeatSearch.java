package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import java.io.Closeable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that have in common what they may not: customer, UMA address, account. In a table as long as it is small, so that a
 * repetition is told with its row; beyond that on disk, and told at the end. Memory does not grow with the file. For one thread.
 */
final class RepeatSearch implements Closeable {

    /** Good rows: some 70 MB at the most. */
    static final int IN_MEMORY = 1_200_000;

    private static final KeyKind[] KINDS = KeyKind.values();

    private final int mostInMemory;
    private final Consumer<Repeat> found;
    private @Nullable RowTable table = new RowTable();
    private @Nullable SpilledKeys spilled;

    /** @param found told every repetition */
    RepeatSearch(int mostInMemory, Consumer<Repeat> found) {
        this.mostInMemory = mostInMemory;
        this.found = found;
    }

    /**
     * A row that repeats an earlier one.
     *
     * @param firstRow where the same stood first
     */
    record Repeat(DuplicateRule rule, long row, long firstRow) {}

    /** Takes the next good row, in the order of the file. */
    void add(RowKeys keys, long row) {
        RowTable rows = table;
        if (rows != null && rows.size() == mostInMemory) {
            spilled = spill(rows);
            table = null;
            rows = null;
        }
        if (rows != null) {
            compare(rows, keys, row);
        } else if (spilled != null) {
            spill(spilled, keys, row);
        }
    }

    /** Tells what could not be told at once: kind by kind, in no order of rows. */
    void finish() {
        SpilledKeys keys = spilled;
        if (keys == null) {
            return;
        }
        for (KeyKind kind : KINDS) {
            for (int part = 0; part < keys.parts(); part++) {
                KeyTable firsts = new KeyTable();
                keys.read(kind, part, (key, detail, second, row) -> compare(firsts, kind, key, detail, second, row));
            }
        }
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }

    private void compare(RowTable rows, RowKeys keys, long row) {
        int place = rows.add(keys, row);
        for (KeyKind kind : KINDS) {
            int first = kind.keyOf(keys) == 0 ? RowTable.NONE : rows.firstLike(kind, place);
            if (first != RowTable.NONE) {
                RowKeys before = rows.keys(first);
                judge(
                        kind.judge(
                                kind.detailOf(before),
                                kind.secondDetailOf(before),
                                kind.detailOf(keys),
                                kind.secondDetailOf(keys)),
                        row,
                        rows.row(first));
            }
        }
    }

    private void compare(KeyTable firsts, KeyKind kind, long key, long detail, long second, long row) {
        int place = firsts.place(key);
        if (firsts.isNew(place)) {
            firsts.put(place, key, row, detail, second);
        } else {
            judge(kind.judge(firsts.detail(place), firsts.secondDetail(place), detail, second), row, firsts.row(place));
        }
    }

    private void judge(@Nullable DuplicateRule broken, long row, long firstRow) {
        if (broken != null) {
            found.accept(new Repeat(broken, row, firstRow));
        }
    }

    /** The first row of each key goes before all others, and so stays the first; what repeats it so far has been told. */
    private static SpilledKeys spill(RowTable rows) {
        SpilledKeys spilled = new SpilledKeys();
        for (int place = 0; place < rows.size(); place++) {
            RowKeys keys = rows.keys(place);
            for (KeyKind kind : KINDS) {
                if (kind.keyOf(keys) != 0 && rows.firstLike(kind, place) == place) {
                    spill(spilled, kind, keys, rows.row(place));
                }
            }
        }
        return spilled;
    }

    private static void spill(SpilledKeys spilled, RowKeys keys, long row) {
        for (KeyKind kind : KINDS) {
            if (kind.keyOf(keys) != 0) {
                spill(spilled, kind, keys, row);
            }
        }
    }

    private static void spill(SpilledKeys spilled, KeyKind kind, RowKeys keys, long row) {
        spilled.add(kind, kind.keyOf(keys), kind.detailOf(keys), kind.secondDetailOf(keys), row);
    }
}
