package dev.gridload.account.identifier;

/** The capitals of an Ethereum address as a checksum. Source: EIP-55. */
final class Eip55 {

    private static final int DIGITS = 40;

    /** The bit of ASCII that small letters have and capitals have not. */
    private static final int CASE = 0x20;

    /** The bit that letters have and digits have not. */
    private static final int LETTER = 0x40;

    private Eip55() {}

    /** Whether each letter of {@code address} (0x and 40 hexadecimal digits) has the case that the hash demands. */
    static boolean fits(CharSequence address) {
        byte[] lower = new byte[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            // This bit makes capitals small, and digits have it.
            lower[i] = (byte) (address.charAt(i + 2) | CASE);
        }
        long[] hash = Keccak256.hash(lower);
        // Which digits are letters is anybody's guess: no branch depends on it.
        long wrong = 0;
        for (int i = 0; i < DIGITS; i++) {
            char c = address.charAt(i + 2);
            int topBit = ((i >> 1 & 7) << 3) + ((i & 1) == 0 ? 7 : 3);
            long capital = hash[i >> 4] >>> topBit & 1;
            long small = (c & CASE) / CASE;
            wrong |= (c & LETTER) & -(capital ^ small ^ 1);
        }
        return wrong == 0;
    }
}
