package dev.gridload.pipeline.report;

import dev.gridload.ledger.Results;
import dev.gridload.ledger.Results.RowResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The ledger's rows in the order of the input; the next page is fetched while one is written down. */
final class RowResults implements AutoCloseable {

    private static final int WAIT_SECONDS = 5;

    private final Results results;
    private final long importId;
    private final Results.SubmissionRanges ranges;
    private final ExecutorService fetcher = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "report-rows");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<RowResult> page = new ArrayDeque<>();
    private CompletableFuture<List<RowResult>> coming;

    RowResults(Results results, long importId) {
        this.results = results;
        this.importId = importId;
        this.ranges = results.ranges(importId);
        this.coming = after(0);
    }

    /** @param row the one after that of the call before */
    RowResult of(long row) {
        if (page.isEmpty()) {
            page.addAll(fetched());
            coming = page.size() < Results.PAGE
                    ? CompletableFuture.completedFuture(List.of())
                    : after(page.getLast().recordNo());
        }
        @Nullable RowResult next = page.poll();
        if (next == null || next.recordNo() != row) {
            throw new IllegalStateException(
                    "row " + row + " of import " + importId + " is not in the ledger where it should be");
        }
        return next;
    }

    /** Waits for a page that nobody wants any more, where writing was given up: it uses a connection. */
    @Override
    public void close() {
        fetcher.shutdown();
        try {
            if (!fetcher.awaitTermination(WAIT_SECONDS, TimeUnit.SECONDS)) {
                fetcher.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<List<RowResult>> after(long row) {
        return CompletableFuture.supplyAsync(() -> results.rowsAfter(importId, row, ranges), fetcher);
    }

    private List<RowResult> fetched() {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error broken) {
                throw broken;
            }
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
