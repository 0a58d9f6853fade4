package dev.gridload.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Spring Batch remembers of the runs of an import. A crash leaves executions that look alive, or an instance without any;
 * both would keep the import from ever running again. The lease says that nobody runs it, so they are closed here.
 */
public final class BatchHistory {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    BatchHistory(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * Closes what a dead owner of this import left open.
     *
     * @param jobKey the key under which Spring Batch files the import's job instance
     */
    public void closeWhatACrashLeft(Lease lease, String jobName, String jobKey) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            sql.sql("""
                            update batch_step_execution s
                               set status = 'FAILED', exit_code = 'FAILED', end_time = now(), last_updated = now(),
                                   version = s.version + 1
                              from batch_job_execution e join batch_job_instance i using (job_instance_id)
                             where s.job_execution_id = e.job_execution_id and i.job_name = ? and i.job_key = ?
                               and (s.end_time is null or s.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
                            """).params(jobName, jobKey).update();
            sql.sql("""
                            update batch_job_execution e
                               set status = 'FAILED', exit_code = 'FAILED', end_time = now(), last_updated = now(),
                                   version = e.version + 1
                              from batch_job_instance i
                             where e.job_instance_id = i.job_instance_id and i.job_name = ? and i.job_key = ?
                               and (e.end_time is null or e.status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN'))
                            """).params(jobName, jobKey).update();
            // An import that came to its end may have been opened again by an operator.
            sql.sql("""
                            update batch_job_execution e
                               set status = 'STOPPED', exit_code = 'STOPPED', last_updated = now(), version = e.version + 1
                              from batch_job_instance i
                             where e.job_instance_id = i.job_instance_id and i.job_name = ? and i.job_key = ?
                               and e.status = 'COMPLETED'
                            """).params(jobName, jobKey).update();
            sql.sql("""
                            delete from batch_job_instance i
                             where i.job_name = ? and i.job_key = ?
                               and not exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                            """).params(jobName, jobKey).update();
        });
    }

    /** Whether an execution is on record: a repository that forgets could not be restarted from. */
    public boolean remembers(long jobExecutionId) {
        return sql.sql("select count(*) from batch_job_execution where job_execution_id = ?")
                        .param(jobExecutionId)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
