package dev.gridload.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an import when it is taken in. The meanings are those of {@link ImportRecord}. */
public record NewImport(
        String name,
        String fileName,
        String fileSha256,
        long fileBytes,
        String fingerprint,
        String grid,
        String dialect,
        String header,
        String settings,
        long records,
        String spool,
        String output,
        List<StoredBlock> blocks,
        @Nullable Long continues) {

    /** Of an import that repeats no other. */
    public NewImport(
            String name,
            String fileName,
            String fileSha256,
            long fileBytes,
            String fingerprint,
            String grid,
            String dialect,
            String header,
            String settings,
            long records,
            String spool,
            String output,
            List<StoredBlock> blocks) {
        this(
                name,
                fileName,
                fileSha256,
                fileBytes,
                fingerprint,
                grid,
                dialect,
                header,
                settings,
                records,
                spool,
                output,
                blocks,
                null);
    }
}
