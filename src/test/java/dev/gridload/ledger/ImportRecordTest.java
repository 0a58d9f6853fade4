package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRecordTest {

    /** What a person copies must do what it says, whatever the file is called. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "customers.csv    | https://grid | gridload import customers.csv",
                "customers.csv    | sandbox      | gridload import customers.csv --sandbox",
                "stdin            | https://grid | gridload import -",
                "my customers.csv | https://grid | gridload import 'my customers.csv'",
                "Ann's $file.csv  | https://grid | gridload import 'Ann'\\''s $file.csv'",
                "-x.csv           | https://grid | gridload import ./-x.csv"
            })
    void commandThatImportsItsFileAnew(String file, String grid, String command) {
        assertThat(record(file, grid.equals("sandbox") ? ImportRecord.LOCAL_GRID : grid)
                        .commandAnew())
                .isEqualTo(command);
    }

    private static ImportRecord record(String file, String grid) {
        return new ImportRecord(
                1,
                "customers",
                file,
                "00",
                1,
                "f",
                grid,
                "csv",
                "[]",
                "{}",
                1,
                "spool",
                ImportState.ABANDONED,
                null,
                null,
                0,
                null,
                "",
                Instant.EPOCH,
                null);
    }
}
