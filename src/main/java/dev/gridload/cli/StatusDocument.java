package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An import and its counts as JSON. */
final class StatusDocument {

    private StatusDocument() {}

    static Map<String, @Nullable Object> of(ImportRecord record, Progress progress) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", record.id());
        document.put("file", record.fileName());
        document.put("sha256", record.fileSha256());
        document.put("grid", record.grid());
        document.put("state", record.state());
        document.put("pauseCode", record.pauseCode());
        document.put("pauseMessage", record.pauseMessage());
        document.put("createdAt", record.createdAt());
        document.put("finishedAt", record.finishedAt());
        document.put("counts", progress.byName());
        return document;
    }
}
