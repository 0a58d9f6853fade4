package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an Ethereum address. */
public enum EthereumRule implements StatedRule {
    ETH_FORMAT(
            RuleClass.HARD,
            "An Ethereum address is 0x and 40 hexadecimal digits",
            "Copy the address from the wallet",
            "EIP-55; Grid OpenAPI, EthereumWalletInfo.address"),
    EIP55_CHECKSUM(
            RuleClass.CHECKSUM,
            "The capitals of the Ethereum address do not fit its digits",
            "Copy the address from the wallet again: a character is wrong",
            "EIP-55"),
    EIP55_ABSENT(
            RuleClass.PLAUSIBILITY,
            "The Ethereum address is in one case only and so has no protection against typing errors",
            "Copy the address from the wallet with its capitals",
            "EIP-55"),
    ETH_BURN_ADDRESS(
            RuleClass.PLAUSIBILITY,
            "Nobody holds the key of this Ethereum address",
            "Ask the customer for the address: what is sent here is lost",
            "Well-known addresses 0x0 and 0x...dead");

    private final RuleText text;

    EthereumRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    private static final int LENGTH = 42;

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable EthereumRule check(CharSequence value) {
        if (value.length() != LENGTH || !Ascii.startsWith(value, "0x")) {
            return ETH_FORMAT;
        }
        int kinds = 0;
        for (int i = 2; i < LENGTH; i++) {
            char c = value.charAt(i);
            if (!Ascii.isHex(c)) {
                return ETH_FORMAT;
            }
            kinds |= Ascii.kind(c);
        }
        boolean lower = (kinds & Ascii.LOWER) != 0;
        boolean upper = (kinds & Ascii.UPPER) != 0;
        if (lower && upper && !Eip55.fits(value)) {
            return EIP55_CHECKSUM;
        }
        if (isBurnt(value)) {
            return ETH_BURN_ADDRESS;
        }
        return lower != upper ? EIP55_ABSENT : null;
    }

    private static boolean isBurnt(CharSequence value) {
        for (int i = 2; i < LENGTH - 4; i++) {
            if (value.charAt(i) != '0') {
                return false;
            }
        }
        return Ascii.regionMatches(value, LENGTH - 4, "0000")
                || ((value.charAt(LENGTH - 1) | 0x20) == 'd' && (value.charAt(LENGTH - 2) | 0x20) == 'a');
    }

    @Override
    public RuleText text() {
        return text;
    }
}
