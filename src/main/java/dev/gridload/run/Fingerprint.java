package dev.gridload.run;

import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.read.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two imports the same: the same bytes, understood in the same way, for the same Grid. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String sha256, Dialect dialect, JobDefinition job, String grid) {
        String file = hash(sha256, dialect.toString(), job.mapping().toString(), grid);
        String said = Routes.published(job) ? hash("profile openapi", file) : file;
        if (job.accounts().only()) {
            return hash("accounts only", said);
        }
        return switch (job.sending().mode()) {
            case CREATE -> said;
            case SKIP -> hash("skip", said);
            case UPSERT -> hash("upsert", said);
        };
    }

    /** Of failed rows that are imported once more: never the fingerprint of a file, even where the bytes are the same. */
    static String ofRetry(long origin, String sha256, Dialect dialect, JobDefinition job, String grid) {
        return hash(
                "retry of " + origin, sha256, dialect.toString(), job.mapping().toString(), grid);
    }

    private static String hash(String... parts) {
        String all = String.join("\n", parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
