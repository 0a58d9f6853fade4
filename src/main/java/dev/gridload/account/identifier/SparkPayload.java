package dev.gridload.account.identifier;

/** What a Spark address says: the bytes 0a 21 and a compressed public key. Source: docs.spark.money, addressing. */
final class SparkPayload {

    /** 35 bytes in words of five bits. */
    static final int WORDS = 56;

    private static final int KEY = 2;
    private static final int KEY_BYTES = 33;

    private SparkPayload() {}

    /** Whether the words that begin at {@code from} frame a compressed key. */
    static boolean holdsKey(CharSequence value, int from) {
        int sign = at(value, from, KEY);
        return at(value, from, 0) == 0x0a && at(value, from, 1) == KEY_BYTES && (sign == 2 || sign == 3);
    }

    /** Whether the curve of Bitcoin has a point with the key's x. */
    static boolean isOnCurve(CharSequence value, int from) {
        return Secp256k1.hasPoint(
                word(value, from, 0), word(value, from, 1), word(value, from, 2), word(value, from, 3));
    }

    /** Eight bytes of the key, the first the most significant. */
    private static long word(CharSequence value, int from, int index) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            word = word << 8 | at(value, from, KEY + 1 + index * 8 + i);
        }
        return word;
    }

    private static int at(CharSequence value, int from, int index) {
        int b = 0;
        for (int bit = index * 8; bit < index * 8 + 8; bit++) {
            b = b << 1 | (Bech32m.word(value.charAt(from + bit / 5)) >> (4 - bit % 5) & 1);
        }
        return b;
    }
}
