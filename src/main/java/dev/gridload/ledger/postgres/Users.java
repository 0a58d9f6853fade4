package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of one home, its owner among them: each process holds an OS file lock that others may share, which ends
 * with the process however it ends. Whoever has the {@link OwnerLock} and finds nobody else here may stop the server; while it
 * does, nobody comes in.
 */
final class Users {

    /** By home: a process has one descriptor of the file, for POSIX drops its lock when it closes any. */
    private static final Map<Path, Users> OF_THIS_PROCESS = new HashMap<>();

    private final Path file;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private int count;

    private Users(Path file) {
        this.file = file;
    }

    static Users of(PostgresHome home) {
        synchronized (OF_THIS_PROCESS) {
            return OF_THIS_PROCESS.computeIfAbsent(home.users(), Users::new);
        }
    }

    /** Joins them; false while somebody is alone with the server, to start or to stop it. */
    synchronized boolean tryEnter() throws IOException {
        if (lock != null && !lock.isShared()) {
            return false;
        }
        if (lock == null) {
            lock = channel().tryLock(0, Long.MAX_VALUE, true);
        }
        if (lock == null) {
            closeChannel();
            return false;
        }
        count++;
        return true;
    }

    /** To be called once for each time that was entered. */
    synchronized void leave() throws IOException {
        count--;
        if (count == 0) {
            release();
        }
    }

    /**
     * Keeps all others out, if there are none. For the holder of the owner's lock, who has left.
     *
     * @return whether it is so, until {@link #open} is called
     */
    synchronized boolean tryClose() throws IOException {
        if (count > 0 || lock != null) {
            return false;
        }
        lock = channel().tryLock();
        if (lock == null) {
            closeChannel();
        }
        return lock != null;
    }

    /** Lets others in again. */
    synchronized void open() throws IOException {
        release();
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PostgresHome.PRIVATE_FILE));
        }
        return channel;
    }

    private void release() throws IOException {
        lock = null;
        closeChannel();
    }

    private void closeChannel() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
