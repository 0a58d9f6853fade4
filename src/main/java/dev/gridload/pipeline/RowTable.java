package dev.gridload.pipeline;

import dev.gridload.customer.RowKeys;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Rows by each of their keys: 36 bytes a row, and 8 to 16 more for each kind of key that it has. For one thread. */
final class RowTable {

    /** No row. */
    static final int NONE = -1;

    private static final int LEAST = 1 << 12;

    private final Map<KeyKind, Index> indexes = new EnumMap<>(KeyKind.class);
    private long[] ids = new long[LEAST];
    private long[] umas = new long[LEAST];
    private long[] accounts = new long[LEAST];
    private long[] data = new long[LEAST];
    private int[] numbers = new int[LEAST];
    private int size;

    RowTable() {
        for (KeyKind kind : KeyKind.values()) {
            indexes.put(kind, new Index());
        }
    }

    /** Keeps a row and returns its place. Nobody finds it yet. */
    int add(RowKeys keys, long row) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            umas = Arrays.copyOf(umas, 2 * size);
            accounts = Arrays.copyOf(accounts, 2 * size);
            data = Arrays.copyOf(data, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        ids[size] = keys.id();
        umas[size] = keys.uma();
        accounts[size] = keys.account();
        data[size] = keys.data();
        numbers[size] = Math.toIntExact(row);
        return size++;
    }

    /** The place of the first row with the key of this one; {@link #NONE} where it is the first, which is then found by it. */
    int firstLike(KeyKind kind, int place) {
        Index index = indexes.get(kind);
        if (index == null) {
            throw new IllegalStateException("there is an index for every kind");
        }
        return index.firstLike(kind, place);
    }

    int size() {
        return size;
    }

    RowKeys keys(int place) {
        return new RowKeys(ids[place], umas[place], accounts[place], data[place]);
    }

    long row(int place) {
        return numbers[place];
    }

    private long key(KeyKind kind, int place) {
        return switch (kind) {
            case CUSTOMER -> ids[place];
            case UMA -> umas[place];
            case ACCOUNT -> accounts[place];
        };
    }

    /** Open addressing; a slot holds a place and one more, so that 0 is empty. */
    private final class Index {
        private int[] slots = new int[LEAST];
        private int used;

        int firstLike(KeyKind kind, int place) {
            int slot = slot(kind, key(kind, place));
            if (slots[slot] != 0) {
                return slots[slot] - 1;
            }
            slots[slot] = place + 1;
            used++;
            if (2 * used > slots.length) {
                grow(kind);
            }
            return NONE;
        }

        private int slot(KeyKind kind, long key) {
            int mask = slots.length - 1;
            int slot = (int) (key ^ key >>> 32) & mask;
            while (slots[slot] != 0 && key(kind, slots[slot] - 1) != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow(KeyKind kind) {
            int[] before = slots;
            slots = new int[2 * before.length];
            for (int found : before) {
                if (found != 0) {
                    slots[slot(kind, key(kind, found - 1))] = found;
                }
            }
        }
    }
}
