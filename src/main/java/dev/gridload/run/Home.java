package dev.gridload.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The folder where gridload keeps what outlives a command: its database, the spooled inputs, its log.
 *
 * @param folder absolute; only the owner may look inside
 */
public record Home(Path folder) {

    /** {@code GRIDLOAD_HOME}, or {@code .gridload} in the user's own folder. */
    public static Home from(Map<String, String> environment) {
        String named = environment.getOrDefault("GRIDLOAD_HOME", "");
        Path folder = named.isBlank() ? Path.of(System.getProperty("user.home"), ".gridload") : Path.of(named);
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Where inputs are copied to before they are parsed; made when missing. */
    public Path spool() {
        return privateFolder(folder.resolve("spool"));
    }

    /** Where the log file is; made when missing. */
    public Path logs() {
        return privateFolder(folder.resolve("logs"));
    }

    /** The folder itself; made when missing. */
    public Path made() {
        return privateFolder(folder);
    }

    private static Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make or use the folder " + folder
                            + "; point GRIDLOAD_HOME at a folder that you may write to",
                    e);
        }
    }
}
