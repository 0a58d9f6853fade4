package dev.gridload.run;

import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobDefinition.Profile;

/** Settings that can be written down and are not carried out yet: better refused than passed over. */
public final class Unsupported extends RuntimeException {

    private Unsupported(String message) {
        super(message);
    }

    static void refuse(JobDefinition job) {
        if (job.sending().profile() != Profile.GUIDES) {
            throw new Unsupported("profile openapi is not carried out yet; use profile guides");
        }
    }
}
