package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a Spark address. */
public enum SparkRule implements StatedRule {
    SPARK_PREFIX(
            RuleClass.HARD,
            "A Spark address begins with spark1",
            "Copy the address from the wallet",
            "Grid, ramps guide; docs.spark.money, addressing"),
    SPARK_NETWORK(
            RuleClass.HARD,
            "This is a Spark address of a test network or of an older form",
            "Copy the main network address from the wallet: it begins with spark1",
            "docs.spark.money, addressing"),
    SPARK_INVOICE(
            RuleClass.SYNTAX,
            "This is longer than a Spark address, most likely an invoice",
            "Copy the address of the wallet, 68 characters, and not a request for payment",
            "docs.spark.money, addressing"),
    SPARK_LENGTH(
            RuleClass.SYNTAX,
            "A Spark address has 68 characters",
            "Copy the address from the wallet: characters are missing",
            "docs.spark.money, addressing"),
    SPARK_CASE(
            RuleClass.SYNTAX,
            "A Spark address is all lower case or all upper case",
            "Copy the address from the wallet",
            "BIP-173"),
    SPARK_CHARACTER(
            RuleClass.SYNTAX,
            "A Spark address has only the letters and digits of bech32: after spark1 never 1, b, i or o",
            "Copy the address from the wallet",
            "BIP-173"),
    SPARK_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check characters of the Spark address do not fit the rest",
            "Copy the address from the wallet again: a character is wrong",
            "BIP-350, bech32m"),
    SPARK_PAYLOAD(
            RuleClass.SYNTAX,
            "The Spark address holds no public key",
            "Copy the address from the wallet",
            "docs.spark.money, addressing: 0a 21 and a compressed key"),
    SPARK_KEY(
            RuleClass.SYNTAX,
            "The key in the Spark address is not a point of the curve",
            "Copy the address from the wallet",
            "SEC 2, secp256k1"),
    SPARK_OLD_PREFIX(
            RuleClass.PLAUSIBILITY,
            "This is the older form of a Spark address",
            "Copy the address from the wallet again: today it begins with spark1",
            "docs.spark.money, addressing");

    private final RuleText text;

    SparkRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    private static final String[] OTHER_NETWORKS = {
        "sparkt1", "sparkrt1", "sparks1", "sparkl1", "spt1", "sprt1", "sps1", "spl1"
    };

    private static final int SANDBOX_SUFFIX = 3;

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable SparkRule check(CharSequence value) {
        if (Bech32m.startsWith(value, "spark1")) {
            return checked(value, "spark");
        }
        if (Bech32m.startsWith(value, "sp1")) {
            SparkRule broken = checked(value, "sp");
            return broken == null ? SPARK_OLD_PREFIX : broken;
        }
        for (String prefix : OTHER_NETWORKS) {
            if (Bech32m.startsWith(value, prefix)) {
                return SPARK_NETWORK;
            }
        }
        return SPARK_PREFIX;
    }

    private static @Nullable SparkRule checked(CharSequence value, String prefix) {
        int length = prefix.length() + 1 + SparkPayload.WORDS + Bech32m.CHECK_WORDS;
        if (value.length() != length) {
            return value.length() > length ? SPARK_INVOICE : SPARK_LENGTH;
        }
        if (Bech32m.isMixedCase(value)) {
            return SPARK_CASE;
        }
        int data = prefix.length() + 1;
        if (!isWords(value, data, length)) {
            return SPARK_CHARACTER;
        }
        if (!Bech32m.fits(value, prefix)) {
            return SPARK_CHECKSUM;
        }
        if (!SparkPayload.holdsKey(value, data)) {
            return SPARK_PAYLOAD;
        }
        return SparkPayload.isOnCurve(value, data) ? null : SPARK_KEY;
    }

    /** Grid's sandbox is told by 102 to 107 at the end what to play, and bech32 has no 1: a wrong check character, then. */
    private static boolean isWords(CharSequence value, int from, int end) {
        int suffix = end - SANDBOX_SUFFIX;
        return Bech32m.isWords(value, from, suffix)
                && (value.charAt(suffix) == '1' || Bech32m.isWords(value, suffix, suffix + 1))
                && Bech32m.isWords(value, suffix + 1, end);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
