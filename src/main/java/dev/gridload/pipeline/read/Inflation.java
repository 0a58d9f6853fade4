package dev.gridload.pipeline.read;

/**
 * How far a compressed input may grow.
 *
 * @param bytes most bytes that come out
 * @param ratio most bytes that come out for one that goes in
 * @param free bytes for which the ratio does not matter
 */
record Inflation(long bytes, int ratio, long free) {

    static final Inflation DEFAULT = new Inflation(10_000_000_000L, 100, 10_000_000);

    void check(String name, long packed, long unpacked) {
        if (unpacked > bytes) {
            throw bomb(name, String.format(java.util.Locale.ROOT, "it unpacks to more than %,d bytes", bytes));
        }
        if (unpacked > free && unpacked / ratio > packed) {
            throw bomb(name, "it unpacks to more than " + ratio + " times its size, as only a bomb does");
        }
    }

    private static InputProblem bomb(String name, String what) {
        return new InputProblem(
                InputProblem.Code.CONTAINER_BOMB,
                name,
                0,
                what,
                "Check where the file comes from; if it is sound, unpack it yourself and give the CSV file");
    }
}
