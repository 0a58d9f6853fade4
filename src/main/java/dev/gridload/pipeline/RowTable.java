package dev.gridload.pipeline;

import dev.gridload.customer.RowKeys;
import org.jspecify.annotations.Nullable;

/**
 * Rows by each of their keys: 28 bytes a row, 8 more where there are UMA addresses, and some 7 for each kind of key. Grows by
 * pieces, so that nothing is ever copied. For one thread.
 */
final class RowTable {

    /** No row. */
    static final int NONE = -1;

    /** How many bits of a slot say which row it is; the others are of its key. */
    private static final int PLACE_BITS = 21;

    /** How many rows it can hold. */
    static final int MOST = (1 << PLACE_BITS) - 2;

    private static final int PLACES = (1 << PLACE_BITS) - 1;
    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private final Piece[] pieces;
    private final int most;
    private final Index customers = new Index(KeyKind.CUSTOMER);
    private final Index umas = new Index(KeyKind.UMA);
    private final Index accounts = new Index(KeyKind.ACCOUNT);
    private int size;

    /** @param most how many rows may come */
    RowTable(int most) {
        if (most > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " rows can be compared in memory, not " + most);
        }
        this.most = most;
        pieces = new Piece[(most >> PIECE_BITS) + 1];
    }

    /** Keeps the row whose keys stand at this place and returns its own. Nobody finds it yet. */
    int add(KeyRows keys, int place, long row) {
        if (size == most) {
            throw new IllegalStateException("there are more rows than were announced");
        }
        int at = size & PIECE - 1;
        if (at == 0) {
            pieces[size >> PIECE_BITS] = new Piece();
        }
        pieces[size >> PIECE_BITS].set(at, keys, place, Math.toIntExact(row));
        return size++;
    }

    /**
     * The place of the first row with the key of this one; {@link #NONE} where it is the first, which is then found by it, and
     * where it has none of the kind.
     */
    int firstLike(KeyKind kind, int place) {
        return index(kind).firstLike(place);
    }

    RowKeys keys(int place) {
        Piece piece = pieces[place >> PIECE_BITS];
        int at = place & PIECE - 1;
        return new RowKeys(piece.ids[at], piece.uma(at), piece.accounts[at], piece.data[at]);
    }

    long row(int place) {
        return pieces[place >> PIECE_BITS].rows[place & PIECE - 1];
    }

    private long key(KeyKind kind, int place) {
        Piece piece = pieces[place >> PIECE_BITS];
        int at = place & PIECE - 1;
        return switch (kind) {
            case CUSTOMER -> piece.ids[at];
            case UMA -> piece.uma(at);
            case ACCOUNT -> piece.accounts[at];
        };
    }

    private Index index(KeyKind kind) {
        return switch (kind) {
            case CUSTOMER -> customers;
            case UMA -> umas;
            case ACCOUNT -> accounts;
        };
    }

    private static final class Piece {
        private final long[] ids = new long[PIECE];
        private final long[] accounts = new long[PIECE];
        private final long[] data = new long[PIECE];
        private final int[] rows = new int[PIECE];
        /** Most files have none. */
        private long @Nullable [] umas;

        void set(int at, KeyRows keys, int place, int row) {
            ids[at] = keys.id(place);
            accounts[at] = keys.account(place);
            data[at] = keys.data(place);
            rows[at] = row;
            if (keys.uma(place) != 0) {
                long[] known = umas == null ? new long[PIECE] : umas;
                known[at] = keys.uma(place);
                umas = known;
            }
        }

        long uma(int at) {
            return umas == null ? 0 : umas[at];
        }
    }

    /**
     * Open addressing. A slot holds a place and one more, so that 0 is empty, and some bits of the row's key, so that other rows
     * are hardly ever looked at.
     */
    private final class Index {
        private final KeyKind kind;
        private int[] slots = new int[0];

        Index(KeyKind kind) {
            this.kind = kind;
        }

        int firstLike(int place) {
            long key = key(kind, place);
            if (key == 0) {
                return NONE;
            }
            if (slots.length == 0) {
                slots = new int[slotsFor(most)];
            }
            int slot = slot(key);
            if (slots[slot] != 0) {
                return (slots[slot] & PLACES) - 1;
            }
            slots[slot] = tag(key) | place + 1;
            return NONE;
        }

        private int slot(long key) {
            int[] all = slots;
            int mask = all.length - 1;
            int tag = tag(key);
            int slot = (int) (key ^ key >>> 32) & mask;
            while (all[slot] != 0 && ((all[slot] & ~PLACES) != tag || key(kind, (all[slot] & PLACES) - 1) != key)) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        /** The upper bits of the key, where a slot has them. */
        private static int tag(long key) {
            return (int) (key >>> 32) & ~PLACES;
        }

        /** Five in eight of them are used at the most. */
        private static int slotsFor(int rows) {
            int slots = 1 << 10;
            while (8L * rows >= 5L * slots) {
                slots *= 2;
            }
            return slots;
        }
    }
}
