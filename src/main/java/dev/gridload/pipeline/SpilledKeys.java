package dev.gridload.pipeline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int BUFFER = 16 * 1024;

    private final Path folder;
    private final Map<KeyKind, @Nullable DataOutputStream[]> out = new EnumMap<>(KeyKind.class);

    SpilledKeys() {
        try {
            folder = Files.createTempDirectory("gridload-keys");
            for (KeyKind kind : KeyKind.values()) {
                out.put(kind, new DataOutputStream[PARTS]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made to compare the rows of a large file", e);
        }
    }

    /** Told of every key in turn. */
    interface Visitor {
        void key(long key, KeyKind.Said said, long row, long line, String customerId);
    }

    void add(KeyKind kind, long key, KeyKind.Said said, long row, long line, String customerId) {
        try {
            DataOutputStream file = file(kind, (int) (key >>> 48) & PARTS - 1);
            file.writeLong(key);
            file.writeLong(said.detail());
            file.writeLong(said.second());
            file.writeLong(said.third());
            file.writeLong(row);
            file.writeLong(line);
            file.writeUTF(customerId);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Kind by kind, part by part; nothing can be added any more. */
    void read(KeyKind kind, int part, Visitor visitor) {
        DataOutputStream written = files(kind)[part];
        if (written == null) {
            return;
        }
        try {
            written.close();
            try (DataInputStream file =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(path(kind, part)), 4 * BUFFER))) {
                while (true) {
                    visitor.key(
                            file.readLong(),
                            new KeyKind.Said(file.readLong(), file.readLong(), file.readLong()),
                            file.readLong(),
                            file.readLong(),
                            file.readUTF());
                }
            }
        } catch (EOFException end) {
            // the usual end of a part
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    int parts() {
        return PARTS;
    }

    @Override
    public void close() {
        try {
            for (KeyKind kind : KeyKind.values()) {
                for (int part = 0; part < PARTS; part++) {
                    if (files(kind)[part] != null) {
                        files(kind)[part].close();
                        Files.deleteIfExists(path(kind, part));
                    }
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private DataOutputStream file(KeyKind kind, int part) throws IOException {
        DataOutputStream file = files(kind)[part];
        if (file == null) {
            file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path(kind, part)), BUFFER));
            files(kind)[part] = file;
        }
        return file;
    }

    private @Nullable DataOutputStream[] files(KeyKind kind) {
        return Objects.requireNonNull(out.get(kind));
    }

    private Path path(KeyKind kind, int part) {
        return folder.resolve(kind + "-" + part);
    }

    private UncheckedIOException notWritten(IOException e) {
        return new UncheckedIOException("the keys of a large file cannot be kept in " + folder, e);
    }
}
