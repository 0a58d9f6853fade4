package dev.gridload.pipeline.report;

import dev.gridload.ledger.ImportRecord;
import java.nio.file.Path;
import java.util.List;

/** What the result files are called: the input's name, the import's number, what is in them. */
record ReportNames(ImportRecord record, Path folder) {

    Path success() {
        return named("_success.csv");
    }

    Path failed() {
        return named("_failed.csv");
    }

    Path unprocessed() {
        return named("_unprocessed.csv");
    }

    Path summary() {
        return named("_summary.json");
    }

    Path page() {
        return named("_report.html");
    }

    List<Path> all() {
        return List.of(success(), failed(), unprocessed(), summary(), page());
    }

    private Path named(String ending) {
        String name = record.fileName().replaceFirst("(?i)([.](csv|tsv|txt|gz|zip|xlsx))+$", "");
        return folder.resolve(name + "_" + record.id() + ending);
    }
}
