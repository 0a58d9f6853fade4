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
        int sign = (int) bits(value, from, KEY * 8, 8);
        return bits(value, from, 0, 8) == 0x0a && bits(value, from, 8, 8) == KEY_BYTES && (sign == 2 || sign == 3);
    }

    /** Whether the curve of Bitcoin has a point with the key's x. */
    static boolean isOnCurve(CharSequence value, int from) {
        int x = (KEY + 1) * 8;
        return Secp256k1.hasPoint(
                bits(value, from, x, 64),
                bits(value, from, x + 64, 64),
                bits(value, from, x + 128, 64),
                bits(value, from, x + 192, 64));
    }

    /** So many bits, 64 at most, that begin at this one; the first is the most significant. */
    private static long bits(CharSequence value, int from, int first, int count) {
        int end = first + count;
        int word = first / 5;
        long bits = Bech32m.word(value.charAt(from + word)) & (31 >> first % 5);
        for (word++; word * 5 + 5 <= end; word++) {
            bits = bits << 5 | Bech32m.word(value.charAt(from + word));
        }
        int rest = end - word * 5;
        return rest > 0 ? bits << rest | Bech32m.word(value.charAt(from + word)) >> (5 - rest) : bits;
    }
}
