package dev.gridload.run;

import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.pipeline.ImportPipeline;
import dev.gridload.pipeline.ImportWork;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch on the ledger's database, put together by hand: its repository keeps every run of every import. */
final class BatchEngine {

    private final Ledger ledger;
    private final JobRepository repository;
    private final TaskExecutorJobOperator operator;

    BatchEngine(Ledger ledger) {
        this.ledger = ledger;
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(ledger.dataSource());
            factory.setTransactionManager(ledger.transactionManager());
            factory.setDatabaseType("POSTGRES");
            // The lease keeps two owners apart; the default, SERIALIZABLE, makes launches of different imports fail.
            factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
            factory.afterPropertiesSet();
            repository = factory.getObject();
            operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the import until it ends, pauses or stops. A run that a crash left behind is closed first.
     *
     * @throws RuntimeException what a step threw, when one failed
     */
    void run(Lease lease, ImportWork work) {
        closeWhatACrashLeft(lease);
        JobExecution execution;
        try {
            execution = operator.start(
                    new ImportPipeline(repository, ledger.transactionManager(), work).job(), parameters(lease));
        } catch (RuntimeException e) {
            sayWhoHasIt(lease, e);
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "import " + lease.importId() + " could not be started: " + e.getMessage(), e);
        }
        if (!ledger.batchHistory().remembers(execution.getId())) {
            throw new IllegalStateException(
                    "Spring Batch keeps no record of its runs: its repository is not the database's");
        }
        for (Throwable failure : execution.getAllFailureExceptions()) {
            sayWhoHasIt(lease, failure);
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }

    /** Of a run that was taken over any failure is only a consequence. */
    private static void sayWhoHasIt(Lease lease, Throwable failure) {
        try {
            lease.verify();
        } catch (DataAccessException unknown) {
            failure.addSuppressed(unknown);
        }
    }

    /** Ends what looks alive of an import that nobody else runs. */
    void closeWhatACrashLeft(Lease lease) {
        ledger.batchHistory()
                .closeWhatACrashLeft(
                        lease, ImportPipeline.NAME, new DefaultJobKeyGenerator().generateKey(parameters(lease)));
    }

    private static JobParameters parameters(Lease lease) {
        return new JobParametersBuilder().addLong("import", lease.importId()).toJobParameters();
    }
}
