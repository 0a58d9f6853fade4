package dev.gridload.ledger.postgres;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Another gridload: owns the server of a home until its input ends, or until it is killed. */
final class OwnerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OwnerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static OwnerProcess launch(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                        java, "-Xshare:auto", "-cp", classPath, OwnerProcess.class.getName(), home.toString())
                .redirectError(new File("/dev/null"));
        return new OwnerProcess(builder.start());
    }

    /** Returns when it has committed its rows. */
    OwnerProcess awaitCommit() throws IOException {
        String line = output.readLine();
        if (!"committed".equals(line)) {
            throw new IllegalStateException("the other process said " + line);
        }
        return this;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it close its server and end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            try (Connection connection =
                            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select generate_series(1, 1000) as no");
            }
            System.out.println("committed");
            while (System.in.read() >= 0) {
                // Until the end of input.
            }
        }
    }
}
