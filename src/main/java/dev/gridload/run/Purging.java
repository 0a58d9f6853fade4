package dev.gridload.run;

import dev.gridload.ledger.ImportIsRunning;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Forgets the customers of old imports, in the ledger and in our copies of the inputs. */
public final class Purging {

    private final Ledger ledger;

    public Purging(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Imports that came to their end longer ago than this and still know their customers, the oldest first. */
    public List<ImportRecord> due(Duration age) {
        return ledger.purges().due(age);
    }

    /**
     * Forgets the customers of one. Counts, problems by kind and what continued what are kept; result files are the operator's.
     *
     * @return false where a process is at work on it, so that it was left alone
     */
    public boolean forget(ImportRecord record) {
        try (Lease lease = ledger.leases().acquire(record.id())) {
            ledger.purges().forget(lease);
        } catch (ImportIsRunning e) {
            return false;
        }
        if (!ledger.purges().needsSpool(record.spool())) {
            try {
                Files.deleteIfExists(Path.of(record.spool()));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the customers of import " + record.id()
                                + " are forgotten, but the copy of its input could not be removed: " + record.spool(),
                        e);
            }
        }
        return true;
    }
}
