package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to start and stop the server of one home: an OS file lock, which ends with the process however it ends. */
final class OwnerLock implements AutoCloseable {

    /**
     * Homes held by this process. POSIX drops a process's lock when it closes any descriptor of the file, so the file
     * must not be opened a second time while we hold it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OwnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty when a live process, this one included, has it. */
    static Optional<OwnerLock> tryAcquire(PostgresHome home) {
        if (!HELD.add(home.lock())) {
            return Optional.empty();
        }
        boolean acquired = false;
        try {
            FileChannel channel = FileChannel.open(
                    home.lock(),
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PostgresHome.PRIVATE_FILE));
            try {
                acquired = channel.tryLock() != null;
                if (acquired) {
                    Files.writeString(home.holder(), ProcessHandle.current().pid() + "\n");
                }
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
            return acquired ? Optional.of(new OwnerLock(home.lock(), channel)) : Optional.empty();
        } catch (IOException cause) {
            acquired = false;
            throw DatabaseUnavailable.cannotUse(home.lock(), cause);
        } finally {
            if (!acquired) {
                HELD.remove(home.lock());
            }
        }
    }

    /** The process that has it, for messages; "another process" in the moment before it has written its number. */
    static String holder(PostgresHome home) {
        try {
            String pid = Files.readString(home.holder()).strip();
            return pid.isEmpty() ? "another process" : "process " + pid;
        } catch (IOException notWritten) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The descriptor is gone either way, and with it the lock.
        } finally {
            HELD.remove(file);
        }
    }
}
