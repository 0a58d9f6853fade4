package dev.gridload.account.identifier;

import java.math.BigInteger;

/** What a Spark address says: the bytes 0a 21 and a compressed public key. Source: docs.spark.money, addressing. */
final class SparkPayload {

    /** 35 bytes in words of five bits. */
    static final int WORDS = 56;

    private static final int KEY = 2;
    private static final int KEY_BYTES = 33;
    private static final BigInteger SEVEN = BigInteger.valueOf(7);

    /** The prime of secp256k1. Source: SEC 2, 2.4.1. */
    private static final BigInteger PRIME =
            BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(32)).subtract(BigInteger.valueOf(977));

    private static final BigInteger HALF = PRIME.subtract(BigInteger.ONE).shiftRight(1);

    private SparkPayload() {}

    /** Whether the words that begin at {@code from} frame a compressed key. */
    static boolean holdsKey(CharSequence value, int from) {
        int sign = at(value, from, KEY);
        return at(value, from, 0) == 0x0a && at(value, from, 1) == KEY_BYTES && (sign == 2 || sign == 3);
    }

    /** Whether the curve y^2 = x^3 + 7 has a point with the key's x. Allocates: Spark rows are few and this is their cost. */
    static boolean isOnCurve(CharSequence value, int from) {
        byte[] bytes = new byte[KEY_BYTES - 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) at(value, from, KEY + 1 + i);
        }
        BigInteger x = new BigInteger(1, bytes);
        if (x.compareTo(PRIME) >= 0) {
            return false;
        }
        BigInteger square = x.pow(3).add(SEVEN).mod(PRIME);
        return square.modPow(HALF, PRIME).equals(BigInteger.ONE);
    }

    private static int at(CharSequence value, int from, int index) {
        int b = 0;
        for (int bit = index * 8; bit < index * 8 + 8; bit++) {
            b = b << 1 | (Bech32m.word(value.charAt(from + bit / 5)) >> (4 - bit % 5) & 1);
        }
        return b;
    }
}
