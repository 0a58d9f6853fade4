package dev.gridload.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.separator.DefaultRecordSeparatorPolicy;
import org.springframework.batch.infrastructure.item.validator.BeanValidatingItemProcessor;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * What the documentation of Spring Batch leads to for the same task: a line, a bean, its constraints, an insert; chunks of
 * 1,000. Rows that fail are dropped without a word, which is less than gridload does.
 */
public final class UsualBatchJob {

    private static final int CHUNK = 1_000;

    private UsualBatchJob() {}

    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        Database database = Database.fromEnvironment();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setSchema("gridload");
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            execute(pool, "drop table if exists bench_usual");
            execute(
                    pool,
                    "create table bench_usual (no bigint generated always as identity primary key, "
                            + Row.COLUMNS.stream().map(c -> c + " text").collect(Collectors.joining(", ")) + ")");
            JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
            BatchRun batch = new BatchRun(pool, transactions);
            Step step = new StepBuilder("load", batch.repository())
                    .<UsualCustomer, UsualCustomer>chunk(CHUNK)
                    .transactionManager(transactions)
                    .reader(reader(Path.of(arguments[0])))
                    .processor(processor())
                    .writer(writer(pool))
                    .build();
            Stopwatch watch = new Stopwatch();
            batch.run(new JobBuilder("usual", batch.repository()).start(step).build());
            watch.stop("step");
            execute(pool, "drop table bench_usual");
        }
    }

    private static FlatFileItemReader<UsualCustomer> reader(Path file) {
        return new FlatFileItemReaderBuilder<UsualCustomer>()
                .name("customers")
                .resource(new FileSystemResource(file))
                .encoding("UTF-8")
                .linesToSkip(1)
                .recordSeparatorPolicy(new DefaultRecordSeparatorPolicy())
                .delimited()
                .names(Row.COLUMNS.toArray(String[]::new))
                .targetType(UsualCustomer.class)
                .build();
    }

    private static BeanValidatingItemProcessor<UsualCustomer> processor() throws Exception {
        LocalValidatorFactoryBean factory = new LocalValidatorFactoryBean();
        factory.setMessageInterpolator(new ParameterMessageInterpolator());
        factory.afterPropertiesSet();
        BeanValidatingItemProcessor<UsualCustomer> processor = new BeanValidatingItemProcessor<>(factory);
        processor.setFilter(true);
        processor.afterPropertiesSet();
        return processor;
    }

    private static JdbcBatchItemWriter<UsualCustomer> writer(DataSource pool) throws Exception {
        String values = Row.COLUMNS.stream().map(c -> ":" + c).collect(Collectors.joining(", "));
        JdbcBatchItemWriter<UsualCustomer> writer = new JdbcBatchItemWriterBuilder<UsualCustomer>()
                .dataSource(pool)
                .sql("insert into bench_usual (" + String.join(", ", Row.COLUMNS) + ") values (" + values + ")")
                .beanMapped()
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private static void execute(DataSource pool, String statement) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
