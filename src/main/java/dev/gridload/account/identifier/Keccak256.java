package dev.gridload.account.identifier;

/**
 * Keccak-256 as Ethereum uses it: the submission to NIST with its own padding, which the SHA3-256 of the JDK is not. Source:
 * the Keccak reference, version 3.0; rate 136 bytes, padding 01.
 */
final class Keccak256 {

    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final long[] ROUND_CONSTANTS = roundConstants();

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
        long[] c = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int i = 0; i < 25; i++) {
                a[i] ^= c[(i + 4) % 5] ^ Long.rotateLeft(c[(i + 1) % 5], 1);
            }
            rotateAndMove(a);
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
                }
            }
            a[0] ^= ROUND_CONSTANTS[round];
        }
    }

    /** Rho and pi in one walk: lane (x, y) goes to (y, 2x + 3y), turned by one more triangular number at each step. */
    private static void rotateAndMove(long[] a) {
        int x = 1;
        int y = 0;
        long moving = a[1];
        for (int t = 1; t <= 24; t++) {
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            long kept = a[x + 5 * y];
            a[x + 5 * y] = Long.rotateLeft(moving, t * (t + 1) / 2);
            moving = kept;
        }
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
