package dev.gridload.ledger.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a .tar.xz. A class of its own, so that later starts need not load the libraries. */
final class Archive {

    private static final int BUFFER = 1 << 16;
    private static final int EXECUTABLE = 0100;

    private final InputStream content;
    private final Path target;
    private final List<Future<?>> writes = new ArrayList<>();

    private Archive(InputStream content, Path target) {
        this.content = content;
        this.target = target;
    }

    /** Returns when every file is on disk: a power cut must not leave a complete folder of empty files. */
    static void unpack(InputStream archive, Path target) throws IOException {
        // One thread inflates, which takes longest, and one waits for the disk.
        ExecutorService disk = Executors.newSingleThreadExecutor();
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, BUFFER)))) {
            Archive unpacking = new Archive(tar, target);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpacking.unpack(entry, disk);
            }
            unpacking.awaitWrites();
        } finally {
            disk.shutdownNow();
        }
    }

    private void unpack(TarArchiveEntry entry, ExecutorService disk) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
            writes.add(disk.submit(() -> {
                Durable.force(path);
                return null;
            }));
        }
    }

    private void awaitWrites() throws IOException {
        for (Future<?> write : writes) {
            try {
                write.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while unpacking PostgreSQL", interrupted);
            }
        }
    }
}
