package dev.gridload.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keys on disk, those of one kind that could be equal in one file, in the order in which they came. The folder is the owner's
 * alone and is gone when this is closed.
 */
final class SpilledKeys implements Closeable {

    private static final int PARTS = 64;
    private static final int KEY_BYTES = 5 * Long.BYTES;
    private static final int BUFFER = 512 * KEY_BYTES;

    private final Path folder;
    private final Map<KeyKind, @Nullable Part[]> out = new EnumMap<>(KeyKind.class);

    SpilledKeys() {
        try {
            folder = Files.createTempDirectory("gridload-keys");
            for (KeyKind kind : KeyKind.values()) {
                out.put(kind, new Part[PARTS]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made to compare the rows of a large file", e);
        }
    }

    /** Told of every key in turn. */
    interface Visitor {
        void key(long key, KeyKind.Said said, long row);
    }

    void add(KeyKind kind, long key, KeyKind.Said said, long row) {
        try {
            file(kind, (int) (key >>> 48) & PARTS - 1).add(key, said, row);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Kind by kind, part by part; nothing can be added any more. */
    void read(KeyKind kind, int part, Visitor visitor) {
        Part written = files(kind)[part];
        if (written == null) {
            return;
        }
        try {
            written.read(visitor);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    int parts() {
        return PARTS;
    }

    /** How many keys there are in the largest of all parts. */
    long largestPart() {
        long most = 0;
        for (KeyKind kind : KeyKind.values()) {
            for (Part part : files(kind)) {
                most = Math.max(most, part == null ? 0 : part.keys);
            }
        }
        return most;
    }

    @Override
    public void close() {
        try {
            for (KeyKind kind : KeyKind.values()) {
                for (int part = 0; part < PARTS; part++) {
                    Part written = files(kind)[part];
                    if (written != null) {
                        written.channel.close();
                        Files.deleteIfExists(path(kind, part));
                    }
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private Part file(KeyKind kind, int part) throws IOException {
        Part file = files(kind)[part];
        if (file == null) {
            file = new Part(FileChannel.open(
                    path(kind, part),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
            files(kind)[part] = file;
        }
        return file;
    }

    private @Nullable Part[] files(KeyKind kind) {
        return Objects.requireNonNull(out.get(kind));
    }

    private Path path(KeyKind kind, int part) {
        return folder.resolve(kind + "-" + part);
    }

    private UncheckedIOException notWritten(IOException e) {
        return new UncheckedIOException("the keys of a large file cannot be kept in " + folder, e);
    }

    /** One file, 40 bytes a key. */
    private static final class Part {
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        private long keys;

        Part(FileChannel channel) {
            this.channel = channel;
        }

        void add(long key, KeyKind.Said said, long row) throws IOException {
            if (buffer.remaining() < KEY_BYTES) {
                flush();
            }
            keys++;
            buffer.putLong(key)
                    .putLong(said.detail())
                    .putLong(said.second())
                    .putLong(said.third())
                    .putLong(row);
        }

        void read(Visitor visitor) throws IOException {
            flush();
            channel.position(0);
            while (fill()) {
                while (buffer.hasRemaining()) {
                    visitor.key(
                            buffer.getLong(),
                            new KeyKind.Said(buffer.getLong(), buffer.getLong(), buffer.getLong()),
                            buffer.getLong());
                }
            }
        }

        private boolean fill() throws IOException {
            buffer.clear();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until it is full or the file ends: both lie between two keys
            }
            buffer.flip();
            return buffer.hasRemaining();
        }

        private void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }
    }
}
