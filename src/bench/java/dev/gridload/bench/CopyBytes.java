package dev.gridload.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** {@code COPY} of the file's bytes, unchecked, into a table of text columns with a numbered key. */
public final class CopyBytes {

    private CopyBytes() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        String columns = Row.COLUMNS.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        try (Connection connection = Database.fromEnvironment().connect();
                Statement sql = connection.createStatement();
                InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
            sql.execute("drop table if exists bench_copy");
            sql.execute("create table bench_copy (no bigint generated always as identity primary key, "
                    + columns.replace(",", " text,") + " text)");
            Stopwatch watch = new Stopwatch();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy bench_copy (" + columns + ") from stdin with (format csv, header true)",
                            file,
                            1 << 16);
            watch.stop("copy");
            System.out.println(rows + " rows");
            sql.execute("drop table bench_copy");
        }
    }
}
