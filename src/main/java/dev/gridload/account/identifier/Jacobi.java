package dev.gridload.account.identifier;

/**
 * The Jacobi symbol of numbers of 256 bits. An address is checked in every row that has one, so the words of both numbers are
 * locals, of two words and one once they are that small, and which of them is the smaller, a coin's toss each time, is no branch
 * but a mask. Source: Cohen, A Course in Computational Algebraic Number Theory, algorithm 1.4.12, with subtractions.
 */
final class Jacobi {

    private Jacobi() {}

    /**
     * Whether the symbol of a number with a prime is 1, which is whether it is a square.
     *
     * @param n3 the number's highest word; the number is neither 0 nor a multiple of the prime
     * @param prime four words, the first the lowest; odd
     */
    static boolean isSquare(long n3, long n2, long n1, long n0, long[] prime) {
        long a3 = n3;
        long a2 = n2;
        long a1 = n1;
        long a0 = n0;
        long b3 = prime[3];
        long b2 = prime[2];
        long b1 = prime[1];
        long b0 = prime[0];
        long minus = 0;
        while ((a3 | a2 | b3 | b2) != 0) {
            while (a0 == 0) {
                // Sixty-four halvings, which never change the sign.
                a0 = a1;
                a1 = a2;
                a2 = a3;
                a3 = 0;
            }
            int zeros = Long.numberOfTrailingZeros(a0);
            // Twice, for a shift by 64 would be one by none.
            a0 = a0 >>> zeros | a1 << 1 << ~zeros;
            a1 = a1 >>> zeros | a2 << 1 << ~zeros;
            a2 = a2 >>> zeros | a3 << 1 << ~zeros;
            a3 >>>= zeros;
            minus ^= halved(zeros, b0);

            long d0 = a0 - b0;
            long borrow = below(a0, b0);
            long d1 = a1 - b1;
            long next = below(a1, b1) | below(d1, borrow);
            d1 -= borrow;
            long d2 = a2 - b2;
            borrow = below(a2, b2) | below(d2, next);
            d2 -= next;
            long d3 = a3 - b3;
            long less = -(below(a3, b3) | below(d3, borrow));
            d3 -= borrow;

            minus ^= less & swapped(a0, b0);
            b3 ^= (b3 ^ a3) & less;
            b2 ^= (b2 ^ a2) & less;
            b1 ^= (b1 ^ a1) & less;
            b0 ^= (b0 ^ a0) & less;
            // The difference without its sign: where it is negative, all its bits turned and one more, carried on from
            // word to word.
            a0 = (d0 ^ less) - less;
            long carry = less & isZero(a0);
            a1 = (d1 ^ less) + carry;
            carry &= isZero(a1);
            a2 = (d2 ^ less) + carry;
            carry &= isZero(a2);
            a3 = (d3 ^ less) + carry;
        }
        return isSquare(a1, a0, b1, b0, minus);
    }

    private static boolean isSquare(long n1, long n0, long m1, long m0, long before) {
        long a1 = n1;
        long a0 = n0;
        long b1 = m1;
        long b0 = m0;
        long minus = before;
        while ((a1 | b1) != 0) {
            if (a0 == 0) {
                a0 = a1;
                a1 = 0;
            }
            int zeros = Long.numberOfTrailingZeros(a0);
            a0 = a0 >>> zeros | a1 << 1 << ~zeros;
            a1 >>>= zeros;
            minus ^= halved(zeros, b0);

            long d0 = a0 - b0;
            long borrow = below(a0, b0);
            long d1 = a1 - b1;
            long less = -(below(a1, b1) | below(d1, borrow));
            d1 -= borrow;

            minus ^= less & swapped(a0, b0);
            b1 ^= (b1 ^ a1) & less;
            b0 ^= (b0 ^ a0) & less;
            a0 = (d0 ^ less) - less;
            a1 = (d1 ^ less) + (less & isZero(a0));
        }
        return isSquare(a0, b0, minus);
    }

    private static boolean isSquare(long n, long m, long before) {
        long a = n;
        long b = m;
        long minus = before;
        while (a != 0) {
            int zeros = Long.numberOfTrailingZeros(a);
            a >>>= zeros;
            minus ^= halved(zeros, b);
            long less = -below(a, b);
            minus ^= less & swapped(a, b);
            long difference = a - b;
            b ^= (b ^ a) & less;
            a = (difference ^ less) - less;
        }
        return (minus & 1) == 0;
    }

    /** The symbol of 2 is -1 where the odd number is 3 or 5 modulo 8: its bits 1 and 2 differ then. Lowest bit only. */
    private static long halved(int zeros, long odd) {
        return (odd >>> 1 ^ odd >>> 2) & zeros & 1;
    }

    /** Quadratic reciprocity of odd numbers: -1 where both are 3 modulo 4. Lowest bit only. */
    private static long swapped(long one, long other) {
        return (one & other) >>> 1 & 1;
    }

    /** 1 where the first is the smaller one, both without a sign. */
    private static long below(long one, long other) {
        return ((~one & other) | ((~one | other) & (one - other))) >>> 63;
    }

    private static long isZero(long word) {
        return (word | -word) >>> 63 ^ 1;
    }
}
