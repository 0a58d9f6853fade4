package dev.gridload.cli;

import dev.gridload.ledger.ImportState;
import dev.gridload.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where an input goes once its import is finished, so that the next run of the job does not meet it again. */
final class Archive {

    private Archive() {}

    /**
     * Moves the input of a finished import.
     *
     * @param file null where it was piped in
     * @param folder null to leave it where it is
     */
    static void afterwards(@Nullable Path file, RunReport report, @Nullable Path folder, Terminal terminal) {
        if (file == null || folder == null || report.record().state() != ImportState.FINISHED) {
            return;
        }
        String name = report.record().id() + "_" + file.getFileName();
        try {
            Files.createDirectories(folder);
            Files.move(file, folder.resolve(name));
            terminal.say("Moved the input to " + folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the import is finished, but its input could not be moved to " + folder, e);
        }
    }
}
