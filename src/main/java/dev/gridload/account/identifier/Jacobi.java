package dev.gridload.account.identifier;

/**
 * The Jacobi symbol of numbers of 256 bits. The words of both are locals, and of two words and one once they are that small: an
 * address is checked in every row that has one. Source: Cohen, A Course in Computational Algebraic Number Theory, algorithm
 * 1.4.12, with subtractions.
 */
final class Jacobi {

    private static final long SIGN = Long.MIN_VALUE;

    private Jacobi() {}

    /**
     * The symbol of a number with a prime: 1 for a square, -1 otherwise.
     *
     * @param n3 the number's highest word; it is neither 0 nor a multiple of the prime
     * @param prime four words, the first the lowest; odd
     */
    static int ofPrime(long n3, long n2, long n1, long n0, long[] prime) {
        long a3 = n3;
        long a2 = n2;
        long a1 = n1;
        long a0 = n0;
        long b3 = prime[3];
        long b2 = prime[2];
        long b1 = prime[1];
        long b0 = prime[0];
        int sign = 1;
        while ((a3 | a2 | b3 | b2) != 0) {
            while (a0 == 0) {
                // Sixty-four halvings, which never change the sign.
                a0 = a1;
                a1 = a2;
                a2 = a3;
                a3 = 0;
            }
            int zeros = Long.numberOfTrailingZeros(a0);
            if (zeros != 0) {
                a0 = a0 >>> zeros | a1 << -zeros;
                a1 = a1 >>> zeros | a2 << -zeros;
                a2 = a2 >>> zeros | a3 << -zeros;
                a3 >>>= zeros;
                sign = halved(sign, zeros, b0);
            }
            boolean less =
                    a3 != b3 ? below(a3, b3) : a2 != b2 ? below(a2, b2) : a1 != b1 ? below(a1, b1) : below(a0, b0);
            if (less) {
                long c3 = a3;
                long c2 = a2;
                long c1 = a1;
                long c0 = a0;
                a3 = b3;
                a2 = b2;
                a1 = b1;
                a0 = b0;
                b3 = c3;
                b2 = c2;
                b1 = c1;
                b0 = c0;
                sign = swapped(sign, a0, b0);
            }
            long borrow = below(a0, b0) ? 1 : 0;
            a0 -= b0;
            long next = below(a1, b1) || (a1 == b1 && borrow != 0) ? 1 : 0;
            a1 -= b1 + borrow;
            borrow = below(a2, b2) || (a2 == b2 && next != 0) ? 1 : 0;
            a2 -= b2 + next;
            a3 -= b3 + borrow;
        }
        return ofTwoWords(a1, a0, b1, b0, sign);
    }

    private static int ofTwoWords(long n1, long n0, long m1, long m0, int before) {
        long a1 = n1;
        long a0 = n0;
        long b1 = m1;
        long b0 = m0;
        int sign = before;
        while ((a1 | b1) != 0) {
            if (a0 == 0) {
                a0 = a1;
                a1 = 0;
            }
            int zeros = Long.numberOfTrailingZeros(a0);
            if (zeros != 0) {
                a0 = a0 >>> zeros | a1 << -zeros;
                a1 >>>= zeros;
                sign = halved(sign, zeros, b0);
            }
            if (a1 != b1 ? below(a1, b1) : below(a0, b0)) {
                long c1 = a1;
                long c0 = a0;
                a1 = b1;
                a0 = b0;
                b1 = c1;
                b0 = c0;
                sign = swapped(sign, a0, b0);
            }
            long borrow = below(a0, b0) ? 1 : 0;
            a0 -= b0;
            a1 -= b1 + borrow;
        }
        return ofOneWord(a0, b0, sign);
    }

    private static int ofOneWord(long n, long m, int before) {
        long a = n;
        long b = m;
        int sign = before;
        while (a != 0) {
            int zeros = Long.numberOfTrailingZeros(a);
            a >>>= zeros;
            sign = halved(sign, zeros, b);
            if (below(a, b)) {
                long c = a;
                a = b;
                b = c;
                sign = swapped(sign, a, b);
            }
            a -= b;
        }
        return sign;
    }

    /** The symbol of 2 is -1 where the odd number is 3 or 5 modulo 8. */
    private static int halved(int sign, int zeros, long odd) {
        // Bits 1 and 2 differ in 3 and 5, and are the same in 1 and 7.
        long minus = (odd >> 1 ^ odd >> 2) & zeros & 1;
        return minus == 0 ? sign : -sign;
    }

    /** Quadratic reciprocity of odd numbers. */
    private static int swapped(int sign, long one, long other) {
        return (one & other & 3) == 3 ? -sign : sign;
    }

    private static boolean below(long one, long other) {
        return one + SIGN < other + SIGN;
    }
}
