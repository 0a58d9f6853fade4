package dev.gridload.bench;

import dev.gridload.account.GuidesType;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The generated file.
 *
 * @param bad rows with a mistake planted in each
 */
record CustomerFile(Path path, long rows, long bad, long bytes) {

    private static final int ONE_BAD_IN = 50;
    private static final long SEED = 20_261_101;

    /** Writes it anew: the same rows at every run. */
    static CustomerFile write(Path path, long rows) throws IOException {
        return write(path, rows, CustomerRows.ALL);
    }

    /** The same with these account types only. */
    static CustomerFile write(Path path, long rows, List<GuidesType> types) throws IOException {
        Files.createDirectories(path.getParent());
        CustomerRows customers = new CustomerRows(SEED, types);
        StringBuilder line = new StringBuilder(512);
        long bad = 0;
        try (Writer out = Files.newBufferedWriter(path)) {
            out.write(String.join(",", Row.COLUMNS));
            out.write('\n');
            for (long number = 1; number <= rows; number++) {
                boolean broken = number % ONE_BAD_IN == 0;
                line.setLength(0);
                (broken ? customers.bad(number) : customers.good(number)).writeTo(line);
                out.append(line.append('\n'));
                bad += broken ? 1 : 0;
            }
        }
        return new CustomerFile(path, rows, bad, Files.size(path));
    }
}
