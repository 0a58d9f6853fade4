package dev.gridload.pipeline.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that appears under its name only when all of it is on disk; until then it stands beside, as {@code *.part}. */
final class Spool implements Destination {

    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private Spool(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    static Spool create(Path file) throws IOException {
        return create(file, ".part");
    }

    private static Spool create(Path file, String suffix) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + suffix);
        Files.deleteIfExists(part);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly);
        return new Spool(file, part, channel);
    }

    @Override
    public FileChannel channel() {
        return channel;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean copies() {
        return true;
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Destination another() throws IOException {
        return create(file, ".text.part");
    }

    /** Makes the file durable and gives it its name. */
    @Override
    public void publish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory();
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    private void syncDirectory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        // Windows cannot open a directory; its file system keeps the order by itself.
        if (directory != null
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }
}
