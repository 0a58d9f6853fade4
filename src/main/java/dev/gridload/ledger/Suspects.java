package dev.gridload.ledger;

import dev.gridload.customer.RowKeys;

/**
 * Rows that may repeat something of another row, as far as that can be told while they pass by in any order. Of each key some bits of
 * a field are set (a Bloom filter): a row that finds all of its bits set already is a suspect. Of rows with a key in common at most one is not,
 * and few are suspected for nothing, so that the ledger has to compare few rows in place of all. Safe for use by several threads.
 */
final class Suspects {

    /** More are not kept, unless they are few among very many: in such a file all rows are compared. */
    private static final int MOST = 200_000;

    /** Ten million rows of three keys fill the bits so far that one row in forty is suspected for nothing. */
    private static final int MOST_OF_VERY_MANY = 500_000;

    private static final int ONE_IN = 20;

    /** Where a row has two keys, of three bits each, one row in two hundred is suspected for nothing. */
    private static final int BITS_A_ROW = 32;

    /** 32 MiB, which will do for ten million rows of two keys. */
    private static final int MOST_BITS_AS_POWER = 28;

    private static final int BITS_OF_A_WORD_AS_POWER = 6;

    /** Of the number of words. */
    private final int power;

    private final int most;
    private long[] bits;
    private CopyText records;
    private int count;
    private long looked;

    /** @param rows how many will pass by; more are told apart less well */
    Suspects(long rows) {
        int needed = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, rows * BITS_A_ROW) - 1);
        power = Math.max(Byte.SIZE, Math.min(MOST_BITS_AS_POWER, needed)) - BITS_OF_A_WORD_AS_POWER;
        most = (int) Math.max(MOST, Math.min(MOST_OF_VERY_MANY, rows / ONE_IN));
        bits = new long[1 << power];
        records = new CopyText(0);
    }

    synchronized void look(long record, RowKeys keys) {
        looked++;
        if (count > most) {
            return;
        }
        // Each is noted, whatever the others say.
        boolean suspected = wasThere(keys.id());
        suspected |= wasThere(keys.uma());
        suspected |= wasThere(keys.account());
        if (suspected) {
            count++;
            records.field(record).endRow();
        }
        if (count > most) {
            forget();
        }
    }

    /** Suspects everybody from now on, and gives the memory back. */
    synchronized void forget() {
        count = most + 1;
        bits = new long[0];
        records = new CopyText(0);
    }

    /** Whether these are all that there can be among so many rows. */
    synchronized boolean areAllOf(long rows) {
        return looked == rows && count <= most;
    }

    /** Their record numbers, as rows of a table. */
    synchronized CopyText records() {
        return records;
    }

    private boolean wasThere(long key) {
        if (key == 0) {
            return false;
        }
        // All of them in one word, so that a key costs one look into a memory that no cache holds.
        int word = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - power));
        long mixed = (key * 0xC2B2AE3D27D4EB4FL) >>> 40;
        long mask = (1L << mixed) | (1L << (mixed >>> 6)) | (1L << (mixed >>> 12));
        boolean all = (bits[word] & mask) == mask;
        bits[word] |= mask;
        return all;
    }
}
