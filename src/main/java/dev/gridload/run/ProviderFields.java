package dev.gridload.run;

import dev.gridload.grid.GridConfig;
import dev.gridload.grid.GridProblem;
import dev.gridload.grid.GridSettings;
import dev.gridload.grid.HttpGrid;
import dev.gridload.grid.Sleeper;
import dev.gridload.pipeline.validate.RequiredFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What Grid requires of customers for each currency: from a saved answer, or by asking. */
public final class ProviderFields {

    private ProviderFields() {}

    /**
     * From a saved answer of {@code GET /config}.
     *
     * @param file null requires nothing
     * @throws UncheckedIOException when the file cannot be read or is none
     */
    public static RequiredFields saved(@Nullable Path file) {
        if (file == null) {
            return RequiredFields.NONE;
        }
        try {
            return new RequiredFields(GridConfig.requiredFields(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the saved configuration " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(
                    "the saved configuration " + file + " is no answer of GET /config",
                    new IOException(e.getMessage(), e));
        }
    }

    /**
     * From Grid itself, which checks every row again anyway: if it cannot be asked, the import goes on and meets it later.
     *
     * @param onNote told if Grid did not say
     */
    public static RequiredFields asked(GridSettings grid, Clock clock, Consumer<String> onNote) {
        try {
            return new RequiredFields(new HttpGrid(grid, clock, Sleeper.REAL).requiredFields());
        } catch (GridProblem e) {
            // Made when it is needed: starting the log takes longer than checking a small file.
            LoggerFactory.getLogger(ProviderFields.class)
                    .warn("Grid cannot be asked which fields it requires ({})", e.kind());
            onNote.accept("Grid did not say which fields it requires for a currency (" + e.getMessage()
                    + "); rows are checked without that");
            return RequiredFields.NONE;
        }
    }
}
