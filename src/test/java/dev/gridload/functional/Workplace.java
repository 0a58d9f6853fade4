package dev.gridload.functional;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import dev.gridload.testing.TestPostgres;
import java.io.IOException;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A folder, a database and a lasting Grid of one test's own, and the command line that works with them. */
final class Workplace implements AutoCloseable {

    /** Enough columns for customers without an account. */
    static final String HEADER = "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,"
            + "postalCode,country,accountType,accountNumber,bankName,routingNumber,accountCategory,businessLegalName\n";

    final Path folder;
    final Path results;
    final TestPostgres.Database database = TestPostgres.migratedDatabase();
    final Sandbox grid;
    final Map<String, String> environment = new HashMap<>();

    private Workplace(Path folder, SandboxSettings settings) {
        this.folder = folder;
        this.results = folder.resolve("results");
        this.grid = Sandbox.start(settings);
        environment.put("GRIDLOAD_HOME", folder.resolve("home").toString());
        environment.put("GRIDLOAD_DATABASE_URL", database.jdbcUrl());
        environment.put("GRIDLOAD_DATABASE_USER", database.user());
        environment.put("GRIDLOAD_DATABASE_PASSWORD", database.password());
        environment.put("GRID_BASE_URL", grid.baseUrl().toString());
        environment.put("GRID_CLIENT_ID", settings.clientId());
        environment.put("GRID_CLIENT_SECRET", settings.clientSecret());
    }

    /** With a Grid whose jobs end at once. */
    static Workplace in(Path folder) {
        return new Workplace(folder, SandboxSettings.defaults().withJobTime(Duration.ZERO));
    }

    static Workplace in(Path folder, SandboxSettings settings) {
        return new Workplace(folder, settings);
    }

    CommandRun gridload(String... arguments) {
        return CommandRun.of(environment, arguments);
    }

    /** With the results in {@link #results}. */
    CommandRun importing(Path file, String... options) {
        return gridload(
                Stream.concat(Stream.of("import", file.toString(), "--output", results.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of good rows, {@code <prefix>-1} and so on. */
    Path customers(String name, String prefix, int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            csv.append(row(prefix + "-" + i));
        }
        return write(name, csv.toString());
    }

    static String row(String id) {
        return id + ",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US,,,,,,\n";
    }

    /** The data rows of a result file: the one whose name ends so. */
    List<Map<String, String>> rows(String ending) {
        return records(result(ending));
    }

    List<Map<String, String>> records(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord record : parser) {
                rows.add(record.toMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    Path result(String ending) {
        List<Path> found = resultFiles().stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " files end in " + ending + ": " + resultFiles());
        }
        return found.get(0);
    }

    List<Path> resultFiles() {
        if (!Files.exists(results)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Customers that were created in the Grid, each as often as it was. */
    List<String> created() {
        return grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.CUSTOMER_CREATED)
                .map(Journal.Effect::platformCustomerId)
                .toList();
    }

    long uploads() {
        return grid.journal().exchanges().stream()
                .filter(exchange -> exchange.path().endsWith("/customers/bulk/csv"))
                .count();
    }

    /** Scripts faults of the Grid; the JSON of {@code POST /sandbox/faults} between its brackets. */
    void faults(String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + grid.port() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"faults\":[" + json + "]}"))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of what the ledger answers, as text. */
    List<String> ledger(String select) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path to gridload");
            List<String> values = new ArrayList<>();
            try (var rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        grid.close();
    }

    /**
     * Waits for the next second. HTTP dates are whole seconds (RFC 9110, 5.6.7), so what Grid made in the second in which an
     * import begins may be that import's own for all it can know.
     */
    static void letTheSecondPass() {
        Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (Instant.now().isBefore(next)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), next).toNanos());
        }
    }
}
