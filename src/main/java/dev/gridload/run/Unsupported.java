package dev.gridload.run;

import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobDefinition.Profile;
import dev.gridload.job.JobDefinition.Route;

/** Settings that can be written down and are not carried out yet: better refused than passed over. */
public final class Unsupported extends RuntimeException {

    private Unsupported(String message) {
        super(message);
    }

    static void refuse(JobDefinition job) {
        if (job.sending().profile() != Profile.GUIDES) {
            throw new Unsupported("profile openapi is not carried out yet; use profile guides");
        }
        if (job.sending().route() != Route.BULK) {
            throw new Unsupported("only route bulk is carried out yet; leave the route out, or use route bulk");
        }
    }
}
