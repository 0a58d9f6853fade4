package dev.gridload.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * An input of another charset as UTF-8. What cannot be decoded becomes the byte FF, which UTF-8 never has, so that the row
 * around it, and no other, fails for its encoding.
 */
final class Utf8Stream extends InputStream {

    private static final byte NO_CHARACTER = (byte) 0xFF;

    private final InputStream input;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder;
    private final ByteBuffer source = ByteBuffer.allocate(64 << 10).flip();
    private final CharBuffer chars = CharBuffer.allocate(64 << 10);
    private final ByteBuffer utf8 = ByteBuffer.allocate(256 << 10).flip();
    private boolean sourceEnded;
    private boolean flushed;

    Utf8Stream(InputStream input, Charset charset) {
        this.input = input;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        encoder = StandardCharsets.UTF_8.newEncoder();
    }

    @Override
    public int read() throws IOException {
        return fill() ? utf8.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, utf8.remaining());
        utf8.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private boolean fill() throws IOException {
        while (!utf8.hasRemaining()) {
            if (flushed) {
                return false;
            }
            refillSource();
            utf8.clear();
            CoderResult result = decoder.decode(source, chars, sourceEnded);
            encode(sourceEnded && result.isUnderflow());
            if (result.isError()) {
                source.position(source.position() + result.length());
                utf8.put(NO_CHARACTER);
            } else if (result.isUnderflow() && sourceEnded) {
                flushed = true;
            }
            utf8.flip();
        }
        return true;
    }

    private void refillSource() throws IOException {
        source.compact();
        while (!sourceEnded && source.position() < 4) {
            int read = input.read(source.array(), source.position(), source.remaining());
            if (read < 0) {
                sourceEnded = true;
            } else {
                source.position(source.position() + read);
            }
        }
        source.flip();
    }

    /** A pair cut by the buffer's end stays in {@code chars} until its other half comes. */
    private void encode(boolean last) {
        chars.flip();
        encoder.encode(chars, utf8, last);
        chars.compact();
    }
}
