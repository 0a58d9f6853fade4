package dev.gridload.account.identifier;

/** The capitals of an Ethereum address as a checksum. Source: EIP-55. */
final class Eip55 {

    private static final int DIGITS = 40;

    private Eip55() {}

    /** Whether each letter of {@code address} (0x and 40 hexadecimal digits) has the case that the hash demands. */
    static boolean fits(CharSequence address) {
        byte[] lower = new byte[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            char c = address.charAt(i + 2);
            lower[i] = (byte) (Ascii.isUpper(c) ? c + 'a' - 'A' : c);
        }
        long[] hash = Keccak256.hash(lower);
        for (int i = 0; i < DIGITS; i++) {
            char c = address.charAt(i + 2);
            int topBit = ((i >> 1 & 7) << 3) + ((i & 1) == 0 ? 7 : 3);
            boolean capital = (hash[i >> 4] >>> topBit & 1) != 0;
            if (!Ascii.isDigit(c) && Ascii.isUpper(c) != capital) {
                return false;
            }
        }
        return true;
    }
}
