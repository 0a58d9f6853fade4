package dev.gridload.pipeline;

import dev.gridload.customer.Problem;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridProblem;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.SeenRows;
import dev.gridload.ledger.StagedRows;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.attach.Attach;
import dev.gridload.pipeline.attach.AwaitActive;
import dev.gridload.pipeline.poll.Poll;
import dev.gridload.pipeline.reconcile.Reconcile;
import dev.gridload.pipeline.skip.Skip;
import dev.gridload.pipeline.stage.Stage;
import dev.gridload.pipeline.stage.Stage.CheckedBlock;
import dev.gridload.pipeline.submit.Submit;
import dev.gridload.pipeline.submit.SubmitSingly;
import dev.gridload.pipeline.update.Update;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** What the steps of one run of one import work with: its lease, its input, its Grid. */
public final class ImportWork {

    private final Ledger ledger;
    private final Lease lease;
    private final BlockCheck check;
    private final BulkCsv bulkCsv;
    private final GridApi grid;
    private final Delivery delivery;
    private final Runnable report;
    private final Clock clock;
    private final Sleeper sleeper;
    private final CallPool calls;

    /** @param report writes the result files from the ledger */
    public ImportWork(
            Ledger ledger,
            Lease lease,
            BlockCheck check,
            BulkCsv bulkCsv,
            GridApi grid,
            Delivery delivery,
            Runnable report,
            Clock clock,
            Sleeper sleeper) {
        this.ledger = ledger;
        this.lease = lease;
        this.check = check;
        this.bulkCsv = bulkCsv;
        this.grid = grid;
        this.delivery = delivery;
        this.report = report;
        this.clock = clock;
        this.sleeper = sleeper;
        this.calls = new CallPool(delivery.calls());
    }

    Stage stage() {
        return new Stage(ledger.staging(), lease);
    }

    CheckedBlock check(StoredBlock block, StagedRows rows) {
        List<Problem> problems = check.check(block, rows::add);
        return new CheckedBlock(block, rows, problems);
    }

    /** @param seen of the rows that this run has staged */
    void closeStaging(SeenRows seen) {
        if (ledger.staging().unstagedBlocks(lease.importId()).isEmpty()) {
            if (delivery.existing() == Delivery.Existing.UPDATED) {
                ledger.imports().updateExisting(lease);
            }
            ledger.staging()
                    .close(
                            lease,
                            delivery.partRows(),
                            delivery.partBytes(),
                            check.repeats(),
                            delivery.accountsOnly(),
                            seen);
        }
        seen.forget();
    }

    void skip() {
        if (delivering() && delivery.existing() == Delivery.Existing.SKIPPED) {
            new Skip(lease, ledger.foundCustomers(), grid, calls).run();
        }
    }

    void submit() {
        if (delivering()) {
            uploads().run();
        }
    }

    void submitSingly() {
        if (delivering()) {
            new SubmitSingly(lease, ledger.submissions(), grid, sleeper, calls, bulkCsv, uploads(), obstacles()).run();
        }
    }

    void poll() {
        if (delivering()) {
            Poll poll =
                    new Poll(lease, ledger.imports(), ledger.submissions(), grid, clock, sleeper, delivery.settle());
            poll.run();
        }
    }

    void reconcile() {
        if (delivering()) {
            new Reconcile(
                            lease,
                            ledger.imports(),
                            ledger.submissions(),
                            grid,
                            clock,
                            sleeper,
                            bulkCsv.header(),
                            delivery.settle())
                    .run();
        }
    }

    void update() {
        if (delivering()) {
            new Update(
                            lease,
                            ledger.submissions(),
                            ledger.updates(),
                            grid,
                            sleeper,
                            calls,
                            bulkCsv.header(),
                            obstacles())
                    .run();
        }
    }

    void attach() {
        if (delivering()) {
            new Attach(
                            lease,
                            ledger.submissions(),
                            ledger.accounts(),
                            grid,
                            clock,
                            sleeper,
                            calls,
                            bulkCsv.header(),
                            delivery.settle(),
                            obstacles())
                    .run();
            if (delivery.waitActive() != null && !ledger.imports().paused(lease.importId())) {
                new AwaitActive(lease, ledger.accounts(), grid, clock, sleeper, calls, delivery.waitActive()).run();
            }
        }
    }

    void report() {
        long id = lease.importId();
        if (delivering()
                && ledger.results().progress(id).unprocessed() == 0
                && ledger.accounts().open(id) == 0) {
            ledger.imports().finish(lease);
        }
        if (ledger.imports().find(id).orElseThrow().state() != ImportState.STAGING) {
            report.run();
        }
    }

    /**
     * Runs one step and notes how long it took. A Grid that cannot be asked pauses the import; anything else that goes wrong
     * fails the step. Either way the steps beside it are told to stop.
     */
    void guarded(String step, Runnable task) {
        Instant started = clock.instant();
        try {
            task.run();
        } catch (GridProblem e) {
            ledger.imports().pause(lease, e.kind().name(), String.valueOf(e.getMessage()));
            lease.askToStop();
        } catch (Sleeper.Stopped e) {
            // The step's own loop would have ended next.
        } catch (RuntimeException e) {
            lease.askToStop();
            throw e;
        }
        ledger.imports().recordStep(lease, step, started, clock.instant());
    }

    /** Notes how long a lane took; when it failed, the other one stops too. */
    StepExecutionListener laneEnd() {
        return new StepExecutionListener() {
            @Override
            public ExitStatus afterStep(StepExecution execution) {
                if (execution.getStatus() == BatchStatus.FAILED) {
                    lease.askToStop();
                }
                LocalDateTime started = execution.getStartTime();
                if (started != null) {
                    Instant from = started.atZone(ZoneId.systemDefault()).toInstant();
                    ledger.imports().recordStep(lease, execution.getStepName(), from, clock.instant());
                }
                return execution.getExitStatus();
            }
        };
    }

    /** A job whose import is not at its end is stopped, not completed: only so can it be started again. */
    JobExecutionListener honestStatus() {
        return new JobExecutionListener() {
            @Override
            public void afterJob(JobExecution execution) {
                boolean finished =
                        ledger.imports().find(lease.importId()).orElseThrow().state() == ImportState.FINISHED;
                if (!finished && execution.getStatus() == BatchStatus.COMPLETED) {
                    execution.setStatus(BatchStatus.STOPPED);
                    execution.setExitStatus(ExitStatus.STOPPED);
                }
            }
        };
    }

    private Submit uploads() {
        return new Submit(lease, ledger.submissions(), grid, sleeper, bulkCsv.header(), delivery.jobs(), obstacles());
    }

    private Obstacles obstacles() {
        return new Obstacles(lease, ledger.imports(), sleeper, this::tooManyFailures);
    }

    private boolean tooManyFailures() {
        if (delivery.tooManyFailures() == null) {
            return false;
        }
        Progress progress = ledger.results().progress(lease.importId());
        long failures = progress.rejected()
                + progress.duplicates()
                + ledger.submissions().failures(lease.importId())
                + ledger.updates().counts(lease.importId()).failed();
        return delivery.tooManyFailures().test(failures, progress.records());
    }

    private boolean delivering() {
        return ledger.imports().find(lease.importId()).orElseThrow().state() == ImportState.DELIVERING;
    }
}
