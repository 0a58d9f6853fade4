package dev.gridload.pipeline;

import java.util.Arrays;

/** The first row of each key and what it said: a table with open addressing, 40 bytes a place. */
final class KeyTable {

    private static final long EMPTY = 0;

    private long[] keys;
    private long[] rows;
    private long[] details;
    private long[] secondDetails;
    private long[] thirdDetails;
    private int size;

    /** @param expected how many keys have room without its growing */
    KeyTable(long expected) {
        int length = 1 << 10;
        while (expected * 4L > length * 3L) {
            length *= 2;
        }
        keys = new long[length];
        rows = new long[length];
        details = new long[length];
        secondDetails = new long[length];
        thirdDetails = new long[length];
    }

    /** Told of every key. */
    interface Visitor {
        void key(long key, long row, KeyKind.Said said);
    }

    /** Where this key stands; where it would stand, if {@link #isNew}. */
    int place(long key) {
        int mask = keys.length - 1;
        int place = (int) (key ^ key >>> 32) & mask;
        while (keys[place] != EMPTY && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    boolean isNew(int place) {
        return keys[place] == EMPTY;
    }

    long row(int place) {
        return rows[place];
    }

    KeyKind.Said said(int place) {
        return new KeyKind.Said(details[place], secondDetails[place], thirdDetails[place]);
    }

    void put(int place, long key, long row, KeyKind.Said said) {
        set(place, key, row, said);
        size++;
        if (size * 4L > keys.length * 3L) {
            grow();
        }
    }

    void clear() {
        Arrays.fill(keys, EMPTY);
        size = 0;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                visitor.key(keys[i], rows[i], said(i));
            }
        }
    }

    private void set(int place, long key, long row, KeyKind.Said said) {
        keys[place] = key;
        rows[place] = row;
        details[place] = said.detail();
        secondDetails[place] = said.second();
        thirdDetails[place] = said.third();
    }

    private void grow() {
        KeyTable smaller = new KeyTable(0);
        smaller.keys = keys;
        smaller.rows = rows;
        smaller.details = details;
        smaller.secondDetails = secondDetails;
        smaller.thirdDetails = thirdDetails;
        int length = keys.length * 2;
        keys = new long[length];
        rows = new long[length];
        details = new long[length];
        secondDetails = new long[length];
        thirdDetails = new long[length];
        smaller.forEach((key, row, said) -> set(place(key), key, row, said));
    }
}
