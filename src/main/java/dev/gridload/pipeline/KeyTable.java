package dev.gridload.pipeline;

/** The first row of each key and what it said: a table with open addressing, 32 bytes a place. */
final class KeyTable {

    private static final long EMPTY = 0;

    private long[] keys = new long[1 << 10];
    private long[] rows = new long[1 << 10];
    private long[] details = new long[1 << 10];
    private long[] secondDetails = new long[1 << 10];
    private int size;

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

    long detail(int place) {
        return details[place];
    }

    long secondDetail(int place) {
        return secondDetails[place];
    }

    void put(int place, long key, long row, long detail, long secondDetail) {
        set(place, key, row, detail, secondDetail);
        size++;
        if (size * 4L > keys.length * 3L) {
            grow();
        }
    }

    private void set(int place, long key, long row, long detail, long secondDetail) {
        keys[place] = key;
        rows[place] = row;
        details[place] = detail;
        secondDetails[place] = secondDetail;
    }

    private void grow() {
        long[] before = keys;
        long[] rowsBefore = rows;
        long[] detailsBefore = details;
        long[] secondsBefore = secondDetails;
        int length = keys.length * 2;
        keys = new long[length];
        rows = new long[length];
        details = new long[length];
        secondDetails = new long[length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != EMPTY) {
                set(place(before[i]), before[i], rowsBefore[i], detailsBefore[i], secondsBefore[i]);
            }
        }
    }
}
