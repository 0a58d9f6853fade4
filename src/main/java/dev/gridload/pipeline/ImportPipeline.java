package dev.gridload.pipeline;

import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.stage.Stage;
import dev.gridload.pipeline.stage.Stage.CheckedBlock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The import on one page.
 *
 * <pre>
 *  read ─ validate ─ stage ─► close ─► skip ─► submit ─► report
 *  (two lanes, a block at a time)              submit-singly
 *                                              poll
 *                                              reconcile
 *                                              update
 *                                              attach
 * </pre>
 *
 * Every step finds its work in the ledger and can be run again from there: a restart runs them all, and those with nothing left
 * to do end at once. Those that speak with Grid run side by side and meet in the ledger, so that one row in doubt holds back no other.
 */
public final class ImportPipeline {

    public static final String NAME = "import";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final ImportWork work;

    public ImportPipeline(JobRepository repository, PlatformTransactionManager transactions, ImportWork work) {
        this.repository = repository;
        this.transactions = transactions;
        this.work = work;
    }

    public Job job() {
        return staging()
                .next(step("skip", work::skip))
                .next(sideBySide(
                        "deliver",
                        step("submit", work::submit),
                        step("submit-singly", work::submitSingly),
                        step("poll", work::poll),
                        step("reconcile", work::reconcile),
                        step("update", work::update),
                        step("attach", work::attach)))
                .next(step("report", work::report))
                .end()
                .listener(work.honestStatus())
                .build();
    }

    /** Only the steps that come before the first call to Grid. */
    public Job untilStaged() {
        return staging().end().build();
    }

    private FlowBuilder<FlowJobBuilder> staging() {
        Stage stage = work.stage();
        return new JobBuilder(NAME, repository)
                .start(sideBySide("read-validate-stage", lane("stage-1", stage), lane("stage-2", stage)))
                .next(step("close", () -> work.closeStaging(stage.seen())));
    }

    /** Reader, processor, writer; the item is a block of whole records, its transaction the chunk's. */
    private Step lane(String name, Stage stage) {
        return new StepBuilder(name, repository)
                .<StoredBlock, CheckedBlock>chunk(1)
                .transactionManager(transactions)
                .reader(stage.reader())
                .processor(block -> work.check(block, stage.emptyRows(block)))
                .writer(stage.writer())
                .listener(work.laneEnd())
                .allowStartIfComplete(true)
                .build();
    }

    /** No transaction around it: a call to Grid must never wait inside one. */
    private Step step(String name, Runnable task) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.guarded(name, task);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private static Flow sideBySide(String name, Step... steps) {
        Flow[] flows = new Flow[steps.length];
        for (int i = 0; i < steps.length; i++) {
            flows[i] = new FlowBuilder<SimpleFlow>(steps[i].getName())
                    .start(steps[i])
                    .build();
        }
        return new FlowBuilder<SimpleFlow>(name)
                .split(new SimpleAsyncTaskExecutor(name + "-"))
                .add(flows)
                .build();
    }
}
