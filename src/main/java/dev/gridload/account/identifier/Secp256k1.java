package dev.gridload.account.identifier;

/**
 * The curve y^2 = x^3 + 7 over the field of p = 2^256 - 2^32 - 977, as far as it takes to tell whether an x has a point on it.
 * Numbers are four words, the first the least significant. Source: SEC 2, 2.4.1.
 */
final class Secp256k1 {

    /** 2^256 modulo p. */
    private static final long FOLD = 0x1000003d1L;

    private static final long[] PRIME = {-FOLD, -1, -1, -1};

    private Secp256k1() {}

    /** Whether a point has this x; its words come with the most significant first. */
    static boolean hasPoint(long x3, long x2, long x1, long x0) {
        long[] x = {x0, x1, x2, x3};
        if (compare(x, PRIME) >= 0) {
            return false;
        }
        long[] square = multiply(multiply(x, x), x);
        addSmall(square, 7);
        return isSquare(square);
    }

    /** Whether the number, which is not above p, is the square of another one. */
    private static boolean isSquare(long[] number) {
        return isZero(number) || Jacobi.isSquare(number[3], number[2], number[1], number[0], PRIME);
    }

    /** The product modulo p. */
    private static long[] multiply(long[] a, long[] b) {
        long[] product = new long[8];
        for (int i = 0; i < 4; i++) {
            long carry = 0;
            for (int j = 0; j < 4; j++) {
                long low = a[i] * b[j];
                long high = unsignedHigh(a[i], b[j]);
                low += carry;
                high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
                long sum = product[i + j] + low;
                high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
                product[i + j] = sum;
                carry = high;
            }
            product[i + 4] = carry;
        }
        return reduced(product);
    }

    /** The upper half counts 2^256, which is {@link #FOLD} modulo p. */
    private static long[] reduced(long[] product) {
        long[] result = new long[4];
        long carry = 0;
        for (int i = 0; i < 4; i++) {
            long low = product[i + 4] * FOLD;
            long high = unsignedHigh(product[i + 4], FOLD);
            low += carry;
            high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
            result[i] = product[i] + low;
            carry = high + (Long.compareUnsigned(result[i], low) < 0 ? 1 : 0);
        }
        // What is over is less than 2^34 times 2^256.
        long high = unsignedHigh(carry, FOLD);
        long low = carry * FOLD;
        result[0] += low;
        long over = high + (Long.compareUnsigned(result[0], low) < 0 ? 1 : 0);
        for (int i = 1; i < 4 && over != 0; i++) {
            result[i] += over;
            over = Long.compareUnsigned(result[i], over) < 0 ? 1 : 0;
        }
        if (over != 0) {
            addSmall(result, FOLD);
        }
        if (compare(result, PRIME) >= 0) {
            subtract(result, PRIME);
        }
        return result;
    }

    /** Adds modulo p. */
    private static void addSmall(long[] number, long small) {
        long over = small;
        for (int i = 0; i < 4 && over != 0; i++) {
            number[i] += over;
            over = Long.compareUnsigned(number[i], over) < 0 ? 1 : 0;
        }
        if (over != 0) {
            addSmall(number, FOLD);
        }
        if (compare(number, PRIME) >= 0) {
            subtract(number, PRIME);
        }
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    private static void subtract(long[] from, long[] what) {
        long borrow = 0;
        for (int i = 0; i < 4; i++) {
            long difference = from[i] - what[i];
            long next = Long.compareUnsigned(from[i], what[i]) < 0 ? 1 : 0;
            next += borrow == 1 && difference == 0 ? 1 : 0;
            from[i] = difference - borrow;
            borrow = next;
        }
    }

    private static int compare(long[] a, long[] b) {
        for (int i = 3; i > 0; i--) {
            if (a[i] != b[i]) {
                return Long.compareUnsigned(a[i], b[i]);
            }
        }
        return Long.compareUnsigned(a[0], b[0]);
    }

    private static boolean isZero(long[] number) {
        return (number[0] | number[1] | number[2] | number[3]) == 0;
    }
}
