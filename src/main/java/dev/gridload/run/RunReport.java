package dev.gridload.run;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param alreadyImported whether this very file was finished before, so that nothing was done now
 * @param notes what is worth knowing of how the input was read, a clause each; empty where it was taken in by an earlier run
 * @param files result files that stand in the output folder; empty where nothing was staged yet
 */
public record RunReport(
        ImportRecord record, Progress progress, boolean alreadyImported, List<String> notes, List<Path> files) {

    public RunReport {
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /** Of an input that was taken in before. */
    public RunReport(ImportRecord record, Progress progress, boolean alreadyImported, List<Path> files) {
        this(record, progress, alreadyImported, List.of(), files);
    }

    RunReport noting(List<String> read) {
        return new RunReport(record, progress, alreadyImported, read, files);
    }
}
