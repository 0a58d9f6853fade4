package dev.gridload.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The one pass over an input: bytes met for the first time are counted and, where wanted, hashed and copied. */
final class HashedInput implements ByteSource {

    private final String name;
    private final InputStream input;
    private final FileChannel again;
    private final boolean copy;
    private final @Nullable MessageDigest digest;
    private long count;

    /**
     * @param again where bytes that were met before are read from: the copy, or the input itself
     * @param copy whether the bytes are written to {@code again}
     * @param hash whether anybody will ask for the hash, which costs more than all the rest
     */
    HashedInput(String name, InputStream input, FileChannel again, boolean copy, boolean hash) {
        this.name = name;
        this.input = input;
        this.again = again;
        this.copy = copy;
        this.digest = hash ? sha256() : null;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        if (position < count) {
            return readAgain(position, target, offset, (int) Math.min(length, count - position));
        }
        // A place further on, behind a byte order mark for example: what lies before it is met too.
        while (count < position) {
            if (meet(target, offset, (int) Math.min(length, position - count)) < 0) {
                return -1;
            }
        }
        return meet(target, offset, length);
    }

    private int meet(byte[] target, int offset, int length) {
        int read = readInput(target, offset, length);
        if (read > 0) {
            if (digest != null) {
                digest.update(target, offset, read);
            }
            if (copy) {
                write(ByteBuffer.wrap(target, offset, read));
            }
            count += read;
        }
        return read;
    }

    /** How many bytes were met. */
    long count() {
        return count;
    }

    /** SHA-256 of the bytes, in hexadecimal; once, at the end. Empty where it was not wanted. */
    String sha256Hex() {
        return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    }

    private int readInput(byte[] target, int offset, int length) {
        try {
            return input.read(target, offset, length);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    private int readAgain(long position, byte[] target, int offset, int length) {
        try {
            return again.read(ByteBuffer.wrap(target, offset, length), position);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                again.write(bytes);
            }
        } catch (IOException e) {
            throw InputProblem.notSpooled(name, e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
