package dev.gridload.account.identifier;

/**
 * Keccak-256 as Ethereum uses it: the submission to NIST with its own padding, which the SHA3-256 of the JDK is not. Source:
 * the Keccak reference, version 3.0; rate 136 bytes, padding 01.
 */
final class Keccak256 {

    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final long[] ROUND_CONSTANTS = roundConstants();
    private static final int[] LANES = lanes();
    private static final int[] TURNS = turns();

    private Keccak256() {}

    /** The hash as four words, the first byte of the hash being the lowest byte of the first word. */
    static long[] hash(byte[] input) {
        long[] state = new long[25];
        int at = 0;
        for (byte b : input) {
            absorb(state, at++, b & 0xff);
            if (at == RATE) {
                permute(state);
                at = 0;
            }
        }
        absorb(state, at, 0x01);
        absorb(state, RATE - 1, 0x80);
        permute(state);
        return new long[] {state[0], state[1], state[2], state[3]};
    }

    private static void absorb(long[] state, int at, int b) {
        state[at >> 3] ^= (long) b << ((at & 7) << 3);
    }

    private static void permute(long[] a) {
        for (int round = 0; round < ROUNDS; round++) {
            theta(a);
            rotateAndMove(a);
            for (int y = 0; y < 25; y += 5) {
                chi(a, y);
            }
            a[0] ^= ROUND_CONSTANTS[round];
        }
    }

    private static void theta(long[] a) {
        long c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
        long c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
        long c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
        long c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
        long c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];
        long d0 = c4 ^ Long.rotateLeft(c1, 1);
        long d1 = c0 ^ Long.rotateLeft(c2, 1);
        long d2 = c1 ^ Long.rotateLeft(c3, 1);
        long d3 = c2 ^ Long.rotateLeft(c4, 1);
        long d4 = c3 ^ Long.rotateLeft(c0, 1);
        for (int y = 0; y < 25; y += 5) {
            a[y] ^= d0;
            a[y + 1] ^= d1;
            a[y + 2] ^= d2;
            a[y + 3] ^= d3;
            a[y + 4] ^= d4;
        }
    }

    /** Rho and pi in one walk over all lanes but the first. */
    private static void rotateAndMove(long[] a) {
        long moving = a[1];
        for (int t = 0; t < LANES.length; t++) {
            int lane = LANES[t];
            long kept = a[lane];
            a[lane] = Long.rotateLeft(moving, TURNS[t]);
            moving = kept;
        }
    }

    private static void chi(long[] a, int y) {
        long a0 = a[y];
        long a1 = a[y + 1];
        long a2 = a[y + 2];
        long a3 = a[y + 3];
        long a4 = a[y + 4];
        a[y] = a0 ^ (~a1 & a2);
        a[y + 1] = a1 ^ (~a2 & a3);
        a[y + 2] = a2 ^ (~a3 & a4);
        a[y + 3] = a3 ^ (~a4 & a0);
        a[y + 4] = a4 ^ (~a0 & a1);
    }

    /** Lane (x, y) goes to (y, 2x + 3y): where the walk comes by. */
    private static int[] lanes() {
        int[] lanes = new int[24];
        int x = 1;
        int y = 0;
        for (int t = 0; t < lanes.length; t++) {
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            lanes[t] = x + 5 * y;
        }
        return lanes;
    }

    /** Each lane is turned by one more triangular number. */
    private static int[] turns() {
        int[] turns = new int[24];
        for (int t = 0; t < turns.length; t++) {
            turns[t] = (t + 1) * (t + 2) / 2 % 64;
        }
        return turns;
    }

    /** The constants are the output of a shift register of eight bits: x^8 + x^6 + x^5 + x^4 + 1. */
    private static long[] roundConstants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j <= 6; j++) {
                if ((register & 1) != 0) {
                    constants[round] ^= 1L << ((1 << j) - 1);
                }
                register = (register << 1) ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
        return constants;
    }
}
