package dev.gridload.pipeline.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of an input. That the input itself cannot be read is told apart from damage in what it holds. */
final class CountedStream extends FilterInputStream {

    private final String name;
    private long count;

    CountedStream(String name, InputStream input) {
        super(input);
        this.name = name;
    }

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
        try {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    @Override
    public long skip(long n) throws IOException {
        throw new UnsupportedOperationException("what is skipped is not counted");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
