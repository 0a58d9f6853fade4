package dev.gridload.pipeline.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Half-written result files of processes that are no more. They hold personal data, so they must not lie about. */
public final class UnfinishedFiles {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedFiles.class);

    /** The temporary names of {@link ResultFile}: hidden, the name that it was to get, a number, {@code .part}. */
    private static final Pattern RESULT = Pattern.compile(
            "[.].+_(\\d+)_(?:(?:success|failed|unprocessed)[.]csv|summary[.]json|report[.]html)[.]\\d+[.]part");
    /** Somebody may be writing the result of another import into the same folder: a file that grows is left alone. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private UnfinishedFiles() {}

    /**
     * Removes them. What cannot be removed stays; nothing depends on it.
     *
     * @param ours the import that this process has for itself: all of its unfinished files are a dead process's
     */
    public static void remove(Path folder, long ours, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path part : parts) {
                Matcher name = RESULT.matcher(String.valueOf(part.getFileName()));
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
                        && name.matches()
                        && (name.group(1).equals(Long.toString(ours)) || isOld(part, now))) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            log.warn(
                    "unfinished result files could not be removed: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isOld(Path part, Instant now) throws IOException {
        return Files.getLastModifiedTime(part).toInstant().plus(ABANDONED_AFTER).isBefore(now);
    }
}
