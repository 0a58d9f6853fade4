package dev.gridload.pipeline.report;

import dev.gridload.customer.Header;
import dev.gridload.ledger.AccountCounts;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Imports.StepTime;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.UpdateCounts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the report knows of an import besides its rows.
 *
 * @param header the columns of the input, without those that gridload itself added to an earlier result file
 * @param source the copy of the input that was parsed
 * @param accountsNotCreated customers whose account is still to be created, by account type
 * @param accounts that are created by calls of their own
 * @param updates of customers that Grid had before
 * @param now when the report is written
 */
public record ReportFacts(
        ImportRecord record,
        Progress progress,
        Header header,
        Path source,
        List<StepTime> steps,
        Map<String, Long> accountsNotCreated,
        AccountCounts accounts,
        UpdateCounts updates,
        Instant now) {}
