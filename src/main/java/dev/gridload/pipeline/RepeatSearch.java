package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import java.io.Closeable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that have in common what they may not: customer, UMA address, account. In a table as long as it is small, so that a
 * repetition is told with its row; beyond that on disk, and told at the end. Memory does not grow with the file. For one thread.
 */
final class RepeatSearch implements Closeable {

    /** Rows, of which each may add a place to three tables: some 100 MB at the most. */
    static final int IN_MEMORY = 600_000;

    private final int mostInMemory;
    private final Consumer<Repeat> found;
    private final Map<KeyKind, KeyTable> tables = new EnumMap<>(KeyKind.class);
    private KeyTable added = new KeyTable();
    private @Nullable SpilledKeys spilled;
    private int rows;

    /** @param found told every repetition */
    RepeatSearch(int mostInMemory, Consumer<Repeat> found) {
        this.mostInMemory = mostInMemory;
        this.found = found;
        for (KeyKind kind : KeyKind.values()) {
            tables.put(kind, new KeyTable());
        }
    }

    /**
     * A row that repeats an earlier one.
     *
     * @param firstRow where the same stood first
     */
    record Repeat(DuplicateRule rule, long row, long line, String customerId, long firstRow) {}

    /** Takes the next good row, in the order of the file. */
    void add(RowKeys keys, long row, long line, String customerId) {
        if (spilled == null && rows++ == mostInMemory) {
            spilled = spill();
        }
        SpilledKeys onDisk = spilled;
        for (KeyKind kind : KeyKind.values()) {
            long key = kind.keyOf(keys);
            KeyTable table = tables.get(kind);
            if (key != 0 && onDisk != null) {
                onDisk.add(kind, key, kind.saidBy(keys), row, line, customerId);
            } else if (key != 0 && table != null) {
                compare(table, kind, key, kind.saidBy(keys), row, line, customerId);
            }
        }
    }

    /** Tells what could not be told at once. */
    void finish() {
        SpilledKeys keys = spilled;
        if (keys == null) {
            return;
        }
        for (KeyKind kind : KeyKind.values()) {
            for (int part = 0; part < keys.parts(); part++) {
                KeyTable table = new KeyTable();
                added = new KeyTable();
                keys.read(kind, part, (key, said, row, line, id) -> compare(table, kind, key, said, row, line, id));
            }
        }
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }

    private void compare(
            KeyTable table, KeyKind kind, long key, KeyKind.Said said, long row, long line, String customerId) {
        int place = table.place(key);
        if (table.isNew(place)) {
            table.put(place, key, row, said);
            return;
        }
        DuplicateRule rule = kind.judge(table.said(place), said);
        if (rule != null) {
            found.accept(new Repeat(rule, row, line, customerId, table.row(place)));
        } else if (kind == KeyKind.CUSTOMER) {
            addAccount(key, said, row, line, customerId);
        }
    }

    /** A customer may get several accounts, but each of them once. */
    private void addAccount(long customer, KeyKind.Said said, long row, long line, String customerId) {
        long key = (customer * 31 + said.second()) | 1;
        int place = added.place(key);
        if (added.isNew(place)) {
            added.put(place, key, row, new KeyKind.Said(customer, said.second(), said.third()));
        } else {
            found.accept(new Repeat(DuplicateRule.DUPLICATE_ID, row, line, customerId, added.row(place)));
        }
    }

    /** The first rows go before all others, so each part begins with them. */
    private SpilledKeys spill() {
        SpilledKeys keys = new SpilledKeys();
        tables.forEach((kind, table) -> table.forEach((key, row, said) -> keys.add(kind, key, said, row, 0, "")));
        added.forEach((key, row, said) -> keys.add(
                KeyKind.CUSTOMER, said.detail(), new KeyKind.Said(0, said.second(), said.third()), row, 0, ""));
        tables.clear();
        return keys;
    }
}
