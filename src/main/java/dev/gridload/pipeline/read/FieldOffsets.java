package dev.gridload.pipeline.read;

/** Where the fields of one record begin and end, relative to the record; only as many as a header may have are kept. */
final class FieldOffsets {

    /** The field stands in quotes, which its offsets include. */
    static final int QUOTED = 1 << 8;

    /** In these quotes there are others, twice each. */
    static final int DOUBLED = 1 << 9;

    static final int NOT_KNOWN = -1;

    private final int longest;

    /** By field, where it ends, counted from the record's first byte; written by who finds whole records too. */
    final int[] ends;

    /** By field, the kinds of its bytes. */
    final int[] kinds;

    /** The numbers of the fields that are more than nothing. */
    final int[] filled;

    private int count;
    private int filledCount;
    private long record;
    private long opened;
    private int tooLong;
    private int withNul;

    FieldOffsets(Limits limits) {
        longest = limits.fieldBytes();
        filled = new int[limits.columns()];
        ends = new int[limits.columns()];
        kinds = new int[limits.columns()];
    }

    void begin(long position) {
        record = position;
        count = 0;
        filledCount = 0;
        tooLong = -1;
        withNul = -1;
    }

    /** Takes over what stands in {@link #ends}, {@link #kinds} and {@link #filled}. */
    void found(int fields, int more) {
        count = fields;
        filledCount = more;
    }

    void open(long position) {
        opened = position;
    }

    void close(long position) {
        if (count < ends.length) {
            if (position != opened) {
                filled[filledCount++] = count;
            }
            ends[count] = (int) (position - record);
            kinds[count] = NOT_KNOWN;
        }
        if (position - opened > longest && tooLong < 0) {
            tooLong = count;
        }
        count++;
    }

    /** The field that is open holds a NUL byte. */
    void noteNul() {
        if (withNul < 0) {
            withNul = count;
        }
    }

    /** Fields that were closed. */
    int count() {
        return count;
    }

    /** Fields that are more than nothing. */
    int filled() {
        return filledCount;
    }

    /** The number of the one that comes at this place among them. */
    int filled(int place) {
        return filled[place];
    }

    /** Behind the delimiter of the field before. */
    int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    int end(int field) {
        return ends[field];
    }

    /** The kinds of bytes in the field, {@link #QUOTED} and {@link #DOUBLED}; {@link #NOT_KNOWN} where nobody looked. */
    int kinds(int field) {
        return kinds[field];
    }

    /** Number from 0 of the first field beyond its limit; -1 where there is none. */
    int tooLong() {
        return tooLong;
    }

    /** Number from 0 of the first field with a NUL byte; -1 where there is none. */
    int withNul() {
        return withNul;
    }
}
