package dev.gridload.ledger.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies.
 *
 * @param root {@code $GRIDLOAD_HOME/postgres} without symbolic links, so that a running server can be told by its folder
 */
record PostgresHome(Path root) {

    static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    /** Names of folders that are not finished: left behind by a kill, removed by the next start. */
    private static final String UNFINISHED = "unfinished-";

    /** PostgreSQL's own programs put paths into shell commands between double quotes. */
    private static final Pattern UNSAFE_IN_SHELL = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    static PostgresHome in(Path home) {
        Path wanted = home.toAbsolutePath().normalize().resolve("postgres");
        if (UNSAFE_IN_SHELL.matcher(wanted.toString()).find()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL cannot work in a folder whose name holds a quote, $, ` or \\",
                    wanted,
                    "Please " + DatabaseUnavailable.ELSEWHERE + ".");
        }
        if (!wanted.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            throw new DatabaseUnavailable(
                    "PostgreSQL can be started by gridload on Linux and macOS only",
                    wanted,
                    "Name a PostgreSQL with GRIDLOAD_DATABASE_URL.");
        }
        try {
            Files.createDirectories(wanted.getParent(), PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
            if (!Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
            }
            refuseForeign(wanted);
            Files.setPosixFilePermissions(wanted, PRIVATE_FOLDER);
            return new PostgresHome(wanted.toRealPath());
        } catch (IOException cause) {
            throw DatabaseUnavailable.cannotUse(wanted, cause);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    /** Kept inside of the data folder, so that the two appear in one rename and cannot get out of step. */
    Path password() {
        return data().resolve("gridload.password");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path lock() {
        return root.resolve("owner.lock");
    }

    Path users() {
        return root.resolve("users.lock");
    }

    Path holder() {
        return root.resolve("owner.pid");
    }

    Path binaries(String version) {
        return root.resolve("bin-" + version);
    }

    /** True for our server program of this or of an earlier version. */
    boolean isServer(String program) {
        return program.startsWith(root.resolve("bin-").toString()) && program.endsWith("/bin/postgres");
    }

    /** A new private folder that becomes visible under its real name only by a rename, when all of it is on disk. */
    Path unfinished() throws IOException {
        return Files.createTempDirectory(root, UNFINISHED, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
    }

    /** To be called by the owner only. What an initdb that is still dying holds on to is left to the next start. */
    void removeUnfinished() {
        try (var leftovers = Files.newDirectoryStream(root, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                Files.walkFileTree(leftover, new Removal());
            }
        } catch (IOException | DirectoryIteratorException stillInUse) {
            // Harmless: nothing ever reads it, and the next start tries again.
        }
    }

    static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    static int currentUser() {
        return (int) new UnixSystem().getUid();
    }

    static DatabaseUnavailable foreign(Path folder) throws IOException {
        return new DatabaseUnavailable(
                "The folder belongs to user " + Files.getOwner(folder).getName() + " (uid " + ownerOf(folder)
                        + "), but gridload runs as uid " + currentUser(),
                folder,
                "Run gridload as that user, or " + DatabaseUnavailable.ELSEWHERE + ".");
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (ownerOf(folder) != currentUser()) {
            throw foreign(folder);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
