package dev.gridload.pipeline.read;

/** What an input begins with. */
final class Bytes {

    private Bytes() {}

    static boolean begin(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
