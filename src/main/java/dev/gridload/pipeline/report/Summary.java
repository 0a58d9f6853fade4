package dev.gridload.pipeline.report;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Imports.StepTime;
import dev.gridload.ledger.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The summary for machines. */
final class Summary {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Summary() {}

    static void write(
            ReportFacts facts, List<Results.ProblemGroup> problems, ReportNames names, RowFiles.Counts inFiles) {
        ImportRecord record = facts.record();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("import", record.id());
        document.put("file", record.fileName());
        document.put("sha256", record.fileSha256());
        document.put("bytes", record.fileBytes());
        document.put("grid", record.grid());
        document.put("state", record.state());
        document.put("pauseCode", record.pauseCode());
        document.put("pauseMessage", record.pauseMessage());
        document.put("createdAt", record.createdAt());
        document.put("finishedAt", record.finishedAt());
        document.put("counts", facts.progress().byName());
        document.put("accountsNotCreated", facts.accountsNotCreated());
        if (!facts.accounts().none()) {
            document.put(
                    "accounts",
                    Map.of(
                            "byState",
                            facts.accounts().byState(),
                            "byStatus",
                            facts.accounts().byStatus()));
        }
        if (!facts.updates().none()) {
            document.put("updates", facts.updates());
        }
        document.put(
                "files",
                Map.of(
                        names.success().getFileName().toString(), inFiles.succeeded(),
                        names.failed().getFileName().toString(), inFiles.failed(),
                        names.unprocessed().getFileName().toString(), inFiles.unprocessed()));
        document.put("problems", problems);
        Map<String, Long> steps = new LinkedHashMap<>();
        for (StepTime step : facts.steps()) {
            steps.put(step.step(), step.millis());
        }
        document.put("stepMillis", steps);
        try (ResultFile file = ResultFile.begin(names.summary(), facts.source())) {
            file.write(JSON.writeValueAsString(document) + "\n");
            file.finish();
        }
    }
}
