package dev.gridload.account.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Secp256k1Test {

    private static final BigInteger PRIME =
            BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(32)).subtract(BigInteger.valueOf(977));

    /** Euler's criterion, in the library's arithmetic. */
    private static boolean expected(BigInteger x) {
        BigInteger square = x.pow(3).add(BigInteger.valueOf(7)).mod(PRIME);
        return x.compareTo(PRIME) < 0
                && (square.signum() == 0
                        || square.modPow(PRIME.shiftRight(1), PRIME).equals(BigInteger.ONE));
    }

    private static boolean found(BigInteger x) {
        return Secp256k1.hasPoint(
                x.shiftRight(192).longValue(),
                x.shiftRight(128).longValue(),
                x.shiftRight(64).longValue(),
                x.longValue());
    }

    @Test
    void agreesWithEulersCriterionOnRandomNumbers() {
        Random random = new Random(7);
        int points = 0;
        for (int i = 0; i < 4_000; i++) {
            BigInteger x = new BigInteger(256, random);
            assertThat(found(x)).as("x = %s", x.toString(16)).isEqualTo(expected(x));
            points += found(x) ? 1 : 0;
        }
        assertThat(points).isBetween(1_700, 2_300);
    }

    @Test
    void agreesAtTheEdges() {
        for (int i = -1_200; i <= 1_200; i++) {
            BigInteger small = BigInteger.valueOf(Math.abs(i));
            BigInteger[] edges = {
                small,
                PRIME.add(BigInteger.valueOf(i)),
                BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(i)),
                BigInteger.ONE.shiftLeft(128).add(BigInteger.valueOf(i)),
                BigInteger.ONE.shiftLeft(192).add(BigInteger.valueOf(i)),
                BigInteger.ONE.shiftLeft(255).add(BigInteger.valueOf(i)),
                BigInteger.ONE.shiftLeft(256).subtract(small).subtract(BigInteger.ONE)
            };
            for (BigInteger x : edges) {
                if (x.bitLength() <= 256) {
                    assertThat(found(x)).as("x = %s", x.toString(16)).isEqualTo(expected(x));
                }
            }
        }
    }

    @Test
    void knowsTheGeneratorOfTheCurve() {
        // SEC 2, 2.4.1: the x of the base point G
        assertThat(found(new BigInteger("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798", 16)))
                .isTrue();
    }
}
