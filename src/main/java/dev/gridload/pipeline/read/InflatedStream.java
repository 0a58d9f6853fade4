package dev.gridload.pipeline.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What comes out of a compressed input, within limits; damage becomes an {@link InputProblem}. */
final class InflatedStream extends InputStream {

    private final String name;
    private final InputStream inflated;
    private final LongSupplier packed;
    private final Inflation limits;
    private long count;

    /** @param packed how many compressed bytes were used so far, or may be used in all */
    InflatedStream(String name, InputStream inflated, LongSupplier packed, Inflation limits) {
        this.name = name;
        this.inflated = inflated;
        this.packed = packed;
        this.limits = limits;
    }

    /** How many bytes came out. */
    long count() {
        return count;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read;
        try {
            read = inflated.read(target, offset, length);
        } catch (EOFException e) {
            throw truncated(name, e);
        } catch (IOException e) {
            throw damaged(name, e);
        }
        count += Math.max(read, 0);
        limits.check(name, packed.getAsLong(), count);
        return read;
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }

    static InputProblem truncated(String name, IOException cause) {
        return new InputProblem(
                InputProblem.Code.CONTAINER_TRUNCATED,
                name,
                0,
                "the compressed file ends before its content does",
                "Copy or download it again; nothing of it was used",
                cause);
    }

    static InputProblem damaged(String name, IOException cause) {
        return new InputProblem(
                InputProblem.Code.CONTAINER_DAMAGED,
                name,
                0,
                "the compressed file is damaged: its content does not match its checksum or cannot be unpacked",
                "Copy or download it again; nothing of it was used",
                cause);
    }
}
