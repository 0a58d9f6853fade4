package dev.gridload.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of the part named {@code file} of a multipart body, as a stream that never holds more than a buffer. */
final class MultipartFile extends InputStream {

    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70})).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_PART = Pattern.compile("[;\\s]name=\"?file\"?(?:[;\\s]|$)");
    private static final int LINE_LIMIT = 8192;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean inputEnded;
    private boolean partEnded;

    /** @throws Refusal when the body is malformed or has no part named {@code file} with a filename */
    MultipartFile(String contentType, InputStream in) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.matches()) {
            throw Refusal.invalid("The body must be multipart/form-data with a boundary");
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.in = in;
        this.delimiter = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        if (!line().equals("--" + name)) {
            throw malformed();
        }
        while (!fileHeaders()) {
            transferTo(nullOutputStream());
            partEnded = false;
            String behind = line();
            if (behind.equals("--")) {
                throw Refusal.invalid("The part named file is missing");
            }
            if (!behind.isEmpty()) {
                throw malformed();
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (partEnded || length == 0) {
            return partEnded ? -1 : 0;
        }
        int free = untilDelimiter();
        if (free == 0) {
            partEnded = true;
            position += delimiter.length;
            return -1;
        }
        int count = Math.min(free, length);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Checks that the body closes as it should. */
    void expectEnd() throws IOException {
        transferTo(nullOutputStream());
        String behind = line();
        if (!behind.startsWith("--") && !behind.isEmpty()) {
            throw malformed();
        }
    }

    /** How many bytes from here are certainly content; 0 when the delimiter begins here. */
    private int untilDelimiter() throws IOException {
        while (limit - position < delimiter.length && !inputEnded) {
            fill();
        }
        int last = limit - delimiter.length;
        for (int at = position; at <= last; at++) {
            if (buffer[at] == '\r' && delimiterAt(at)) {
                return at - position;
            }
        }
        if (inputEnded) {
            throw malformed();
        }
        return last + 1 - position;
    }

    private boolean delimiterAt(int at) {
        for (int index = 0; index < delimiter.length; index++) {
            if (buffer[at + index] != delimiter[index]) {
                return false;
            }
        }
        return true;
    }

    private boolean fileHeaders() throws IOException {
        boolean file = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-disposition:")
                    && FILE_PART.matcher(lower).find()) {
                if (!lower.contains("filename")) {
                    throw Refusal.invalid("The part named file must be a file: its filename is missing");
                }
                file = true;
            }
        }
        return file;
    }

    private String line() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (text.size() < LINE_LIMIT) {
            if (position == limit) {
                if (inputEnded) {
                    if (text.size() > 0) {
                        break;
                    }
                    throw malformed();
                }
                fill();
                continue;
            }
            byte next = buffer[position++];
            if (next == '\n') {
                return text.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            text.write(next);
        }
        if (text.size() >= LINE_LIMIT) {
            throw malformed();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            inputEnded = true;
        } else {
            limit += read;
        }
    }

    private static OutputStream nullOutputStream() {
        return OutputStream.nullOutputStream();
    }

    private static Refusal malformed() {
        return Refusal.invalid("The multipart body is malformed");
    }
}
