package dev.gridload.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A request body that knows afterwards how much was read and its SHA-256, so that the journal need not keep it. */
final class MeteredBody extends FilterInputStream {

    private final MessageDigest digest;
    private long count;

    MeteredBody(InputStream body) {
        super(body);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            digest.update(target, offset, read);
            count += read;
        }
        return read;
    }

    /** Reads what is left, so that the connection can serve another request. */
    void drain() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    long count() {
        return count;
    }

    /** Once only: it ends the digest. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
