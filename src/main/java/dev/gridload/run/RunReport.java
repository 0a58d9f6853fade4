package dev.gridload.run;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param alreadyImported whether this very file was finished before, so that nothing was done now
 * @param files result files that stand in the output folder; empty where nothing was staged yet
 */
public record RunReport(ImportRecord record, Progress progress, boolean alreadyImported, List<Path> files) {}
