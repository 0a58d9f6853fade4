package dev.gridload.account.identifier;

/** The checksum and the alphabet of bech32m. Source: BIP-350 and, for the alphabet and the checksum's form, BIP-173. */
final class Bech32m {

    static final int CHECK_WORDS = 6;

    private static final int CONSTANT = 0x2bc830a3;
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int[] OF_TOPS = ofTops();
    private static final byte[] WORDS = words();

    private Bech32m() {}

    /** Whether {@code value} begins with {@code prefix}, which is in lower case, in either case. */
    static boolean startsWith(CharSequence value, String prefix) {
        if (value.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (lower(value.charAt(i)) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isMixedCase(CharSequence value) {
        int kinds = 0;
        for (int i = 0; i < value.length(); i++) {
            kinds |= Ascii.kind(value.charAt(i));
        }
        return (kinds & Ascii.LOWER) != 0 && (kinds & Ascii.UPPER) != 0;
    }

    /** Whether all characters of the range stand for five bits. */
    static boolean isWords(CharSequence value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (word(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The five bits that {@code c} stands for; negative where it is not in the alphabet. */
    static int word(char c) {
        return c < WORDS.length ? WORDS[c] : -1;
    }

    /** Whether the checksum at the end of {@code value} is that of its prefix and words. */
    static boolean fits(CharSequence value, String prefix) {
        int checksum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            checksum = step(checksum, prefix.charAt(i) >> 5);
        }
        checksum = step(checksum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            checksum = step(checksum, prefix.charAt(i) & 31);
        }
        for (int i = prefix.length() + 1; i < value.length(); i++) {
            int word = word(value.charAt(i));
            if (word < 0) {
                return false;
            }
            checksum = step(checksum, word);
        }
        return checksum == CONSTANT;
    }

    private static int step(int checksum, int word) {
        return (checksum & 0x1ffffff) << 5 ^ word ^ OF_TOPS[checksum >>> 25];
    }

    /** By the five bits that fall out at the top, what they come back as. */
    private static int[] ofTops() {
        int[] ofTops = new int[1 << GENERATOR.length];
        for (int top = 0; top < ofTops.length; top++) {
            for (int i = 0; i < GENERATOR.length; i++) {
                ofTops[top] ^= (top >>> i & 1) == 0 ? 0 : GENERATOR[i];
            }
        }
        return ofTops;
    }

    private static char lower(char c) {
        return Ascii.isUpper(c) ? (char) (c + 'a' - 'A') : c;
    }

    private static byte[] words() {
        String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        byte[] words = new byte[128];
        for (char c = 0; c < words.length; c++) {
            words[c] = (byte) alphabet.indexOf(lower(c));
        }
        return words;
    }
}
