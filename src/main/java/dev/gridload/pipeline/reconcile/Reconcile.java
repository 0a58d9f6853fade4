package dev.gridload.pipeline.reconcile;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.CustomerData;
import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions;
import dev.gridload.ledger.Submissions.CarriedRow;
import dev.gridload.ledger.Submissions.Settled;
import dev.gridload.pipeline.reconcile.Verdicts.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every row of an ended job its outcome by what Grid lists, not by what the job said of itself. Jobs that ended close
 * together are read back together, page by page.
 */
public final class Reconcile implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
    private static final SubmissionState[] SENT = EnumSet.complementOf(
                    EnumSet.of(SubmissionState.PLANNED, SubmissionState.SETTLED))
            .toArray(SubmissionState[]::new);

    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration GATHER = Duration.ofSeconds(3);
    private static final int GATHER_TICKS = 25;
    /** What has ended and is not listed yet may be thousands of calls, too many to be fetched at every tick. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static final int TOGETHER = 40;
    /** They are all in memory while Grid's list is read. */
    private static final int ROWS_TOGETHER = 120_000;

    /**
     * Customers that were created by calls of their own are read back together too. Each reading of the list takes calls from them, for
     * it begins with the second of the first of them: the more at a time, the fewer.
     */
    private static final int SINGLES_TOGETHER = 10_000;

    private static final Duration SINGLES_GATHER = Duration.ofSeconds(10);

    private static final int LOOK_UPS = 4;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private final Lease lease;
    private final Imports imports;
    private final Submissions submissions;
    private final ReadBack readBack;
    private final Clock clock;
    private final Sleeper sleeper;
    private final String csvHeader;
    private final Duration settle;
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    /**
     * @param csvHeader of the staged lines
     * @param settle how long a customer that Grid has created may be missing from its lists
     */
    public Reconcile(
            Lease lease,
            Imports imports,
            Submissions submissions,
            GridApi grid,
            Clock clock,
            Sleeper sleeper,
            String csvHeader,
            Duration settle) {
        this.lease = lease;
        this.imports = imports;
        this.submissions = submissions;
        this.readBack = new ReadBack(grid);
        this.clock = clock;
        this.sleeper = sleeper;
        this.csvHeader = csvHeader;
        this.settle = settle;
    }

    /** Returns when every submission is settled and none will follow, or when the import is asked to stop. */
    @Override
    public void run() {
        while (!lease.stopRequested()) {
            List<Submission> due = due();
            if (due.isEmpty() && finished()) {
                return;
            }
            if (due.isEmpty()) {
                sleeper.pause(waiting.isEmpty() ? TICK : LOOK_AGAIN);
            } else if (worthGathering(due)) {
                gather();
            } else {
                reconcile(due);
            }
        }
    }

    private List<Submission> due() {
        List<Submission> unsettled = new ArrayList<>(submissions.inState(lease.importId(), SubmissionState.JOB_ENDED));
        unsettled.addAll(submissions.inState(lease.importId(), SubmissionState.DISCOVER));
        unsettled.removeIf(
                s -> waiting.containsKey(s.no()) && waiting.get(s.no()).next().isAfter(clock.instant()));
        int most = mostTogether(unsettled);
        List<Submission> due = new ArrayList<>();
        long rows = 0;
        for (Submission each : unsettled) {
            rows += each.rows();
            // One that is larger goes alone.
            if (due.size() == most || (rows > ROWS_TOGETHER && !due.isEmpty())) {
                break;
            }
            due.add(each);
        }
        return due;
    }

    private static int mostTogether(List<Submission> submissions) {
        return submissions.stream().allMatch(Reconcile::isSingle) ? SINGLES_TOGETHER : TOGETHER;
    }

    private static boolean isSingle(Submission submission) {
        return submission.route() == Submission.Route.DIRECT;
    }

    private boolean finished() {
        long id = lease.importId();
        return imports.paused(id) ? submissions.count(id, SENT) == 0 : submissions.allSettled(id);
    }

    /** While others still run, a few ended jobs wait for company: one reading of the list serves them all. */
    private boolean worthGathering(List<Submission> due) {
        Instant oldest = due.stream()
                .map(s -> s.endedAt() == null ? Instant.MIN : s.endedAt())
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
        boolean singles = due.stream().allMatch(Reconcile::isSingle);
        // No more than may wait before sending does: each would wait for the other.
        return due.size() < mostTogether(due) / 2
                && due.stream().mapToLong(Submission::rows).sum() < ROWS_TOGETHER / 2
                && due.stream().noneMatch(s -> waiting.containsKey(s.no()))
                && oldest.plus(singles ? SINGLES_GATHER : GATHER).isAfter(clock.instant())
                && othersRun();
    }

    /** Those that have ended may be thousands: they are not fetched again at every tick, only to see that more are worth waiting for. */
    private void gather() {
        for (int tick = 0; tick < GATHER_TICKS && othersRun() && !lease.stopRequested(); tick++) {
            sleeper.pause(TICK);
        }
    }

    private boolean othersRun() {
        long id = lease.importId();
        return submissions.count(id, SubmissionState.PLANNED, SubmissionState.IN_FLIGHT, SubmissionState.POLLING) > 0
                && !imports.paused(id);
    }

    private void reconcile(List<Submission> due) {
        Map<Integer, CarriedRow> singles = submissions.singleRows(lease.importId(), due);
        List<SentRows> sent = due.stream()
                .map(s -> isSingle(s)
                        ? new SentRows(s, List.of(Objects.requireNonNull(singles.get(s.no()))), errors(s))
                        : new SentRows(s, submissions.rows(s), errors(s)))
                .toList();
        List<SentRows> parts = sent.stream()
                .filter(rows -> rows.submission().route() == Submission.Route.BULK
                        || rows.submission().state() == SubmissionState.JOB_ENDED)
                .toList();
        if (worthListing(parts)) {
            readBack.list(parts);
        }
        List<Settled> ended = new ArrayList<>();
        for (SentRows rows : sent) {
            lease.requireOurs();
            decide(rows).ifPresent(ended::add);
            if (rows.submission().route() == Submission.Route.BULK) {
                settle(ended);
            }
        }
        settle(ended);
    }

    private List<JobError> errors(Submission submission) {
        return submission.jobId() == null ? List.of() : submissions.errors(submission);
    }

    /** Single rows end many in a transaction, an upload in one of its own. */
    private void settle(List<Settled> ended) {
        if (!ended.isEmpty()) {
            submissions.settle(lease, List.copyOf(ended));
            ended.clear();
        }
    }

    /** A few single rows are looked up sooner than the list is read. */
    private static boolean worthListing(List<SentRows> parts) {
        return parts.size() > LOOK_UPS
                || parts.stream().anyMatch(rows -> rows.submission().route() == Submission.Route.BULK);
    }

    /** What became of all rows of a submission, where that is known. */
    private Optional<Settled> decide(SentRows rows) {
        Submission submission = rows.submission();
        Instant now = clock.instant();
        Waiting before = waiting.getOrDefault(
                submission.no(), new Waiting(0, now, rows.listed().size(), Instant.MIN));
        // As long as more of them turn up, Grid is still at work on them.
        Instant since = rows.listed().size() > before.listed() ? now : before.since();
        Optional<Decision> decision =
                new Verdicts(rows, readBack, row -> sent(submission, row)).decide(now.isAfter(since.plus(settle)));
        if (decision.isPresent()) {
            waiting.remove(submission.no());
            return carryOut(submission, decision.get());
        } else {
            waiting.put(
                    submission.no(),
                    new Waiting(
                            before.attempt() + 1,
                            since,
                            rows.listed().size(),
                            now.plus(BACKOFF.wait(before.attempt()))));
            log.info("import {}: part {} is not all listed by Grid yet", submission.importId(), submission.no());
            return Optional.empty();
        }
    }

    private CustomerData sent(Submission submission, CarriedRow row) {
        Submissions.Text sent = submissions.text(submission, row.recordNo());
        return CustomerData.ofRequest(sent.direct() ? sent.text() : CustomerJson.of(csvHeader, sent.text()));
    }

    private Optional<Settled> carryOut(Submission submission, Decision decision) {
        if (decision.sendAgain().isEmpty()) {
            return Optional.of(new Settled(submission, decision.outcomes()));
        } else if (submission.route() == Submission.Route.DIRECT) {
            submissions.sendAgain(
                    lease, submission, "Grid did not have it " + settle.toSeconds() + " s after the last try");
        } else {
            submissions.settleAndSendSingly(lease, submission, decision.outcomes(), decision.sendAgain());
        }
        return Optional.empty();
    }

    /** @param listed how many of its rows Grid listed when last asked */
    private record Waiting(int attempt, Instant since, int listed, Instant next) {}
}
