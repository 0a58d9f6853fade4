package dev.gridload.cli;

import dev.gridload.sandbox.Journal;
import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import dev.gridload.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An operator's desk: a folder, a database and a lasting Grid of one test's own, and the commands. */
final class Desk implements AutoCloseable {

    private static final String HEADER =
            "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n";
    private static final long PATIENCE_NANOS = 150_000_000_000L;

    final Path folder;
    final Sandbox grid;
    final TestPostgres.Database database = TestPostgres.migratedDatabase();
    final Map<String, String> environment = new HashMap<>();

    Desk(Path folder, Duration jobTime) {
        this.folder = folder;
        SandboxSettings settings = SandboxSettings.defaults().withJobTime(jobTime);
        this.grid = Sandbox.start(settings);
        environment.put("GRIDLOAD_HOME", folder.resolve("home").toString());
        environment.put("GRIDLOAD_DATABASE_URL", database.jdbcUrl());
        environment.put("GRIDLOAD_DATABASE_USER", database.user());
        environment.put("GRIDLOAD_DATABASE_PASSWORD", database.password());
        environment.put("GRID_BASE_URL", grid.baseUrl().toString());
        environment.put("GRID_CLIENT_ID", settings.clientId());
        environment.put("GRID_CLIENT_SECRET", settings.clientSecret());
    }

    /** What a command said, and how it ended. */
    record Said(int exitCode, String out, String err) {

        /** Lines for people, without blank ones. */
        List<String> lines() {
            return err.lines().filter(line -> !line.isBlank()).toList();
        }

        String last() {
            return lines().get(lines().size() - 1);
        }
    }

    Said gridload(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int exitCode = GridloadCommand.run(arguments, environment, terminal);
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A file of good rows with these ids; one that has -gridfail in it is refused by the Grid. */
    Path file(String name, String... ids) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (String id : ids) {
            csv.append(id).append(",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US\n");
        }
        try {
            return Files.writeString(folder.resolve(name), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scripts faults of the Grid, in place of those before; the JSON of {@code POST /sandbox/faults} between its brackets. */
    void faults(String json) {
        URI faults = URI.create("http://127.0.0.1:" + grid.port() + "/sandbox/faults");
        post(HttpRequest.newBuilder(faults), "{\"faults\":[" + json + "]}", 204);
    }

    private static void post(HttpRequest.Builder request, String body, int status) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            request.POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalArgumentException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody else creates a customer; its platformCustomerId and its name. */
    void othersCreate(String id, String name) {
        String credentials = environment.get("GRID_CLIENT_ID") + ":" + environment.get("GRID_CLIENT_SECRET");
        String body = "{\"platformCustomerId\":\"%s\",\"customerType\":\"INDIVIDUAL\",\"fullName\":\"%s\"}";
        post(
                HttpRequest.newBuilder(URI.create(grid.baseUrl() + "/customers"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json"),
                body.formatted(id, name),
                201);
    }

    /** Ids of customers that were created in the Grid, each as often as it was. */
    List<String> created() {
        return grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.CUSTOMER_CREATED)
                .map(Journal.Effect::platformCustomerId)
                .toList();
    }

    /** The first column of what the ledger answers, as text; changes it where that is asked. */
    List<String> ledger(String statements) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path to gridload");
            List<String> values = new ArrayList<>();
            if (statement.execute(statements)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if Grid neither listed the row nor said that it failed. */
    void putInQuestion(long importId, long row) {
        ledger("alter table outcome_" + importId + " disable trigger user");
        ledger("""
                update submission s set undecided = undecided + 1, created = created - (o.state = 'CREATED')::int,
                       failed = failed - (o.state = 'FAILED')::int
                  from outcome o where o.import_id = %d and o.record_no = %d and s.import_id = o.import_id
                   and s.no = o.submission_no
                """.formatted(importId, row));
        ledger("""
                update outcome set state = 'NEEDS_OPERATOR', grid_customer_id = null, code = 'NOT_LISTED',
                       message = 'Grid neither lists this customer nor says that it failed'
                 where import_id = %d and record_no = %d
                """.formatted(importId, row));
        ledger("alter table outcome_" + importId + " enable trigger user");
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        grid.close();
    }
}
