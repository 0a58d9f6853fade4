package dev.gridload.run;

import dev.gridload.grid.RouteChoice;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.validate.Scope;

/** The route that a job asks for, in the words of those who choose it. */
public final class Routes {

    private Routes() {}

    /** What of each row is going to be sent. */
    public static Scope scope(JobDefinition job) {
        return new Scope(job.accounts().only(), job.sending().route() != JobDefinition.Route.BULK);
    }

    /**
     * By which route each row goes.
     *
     * @param records of the input
     */
    public static RouteChoice of(JobDefinition job, long records) {
        RouteChoice.Asked asked = switch (job.sending().route()) {
            case BULK -> RouteChoice.Asked.BULK;
            case DIRECT -> RouteChoice.Asked.DIRECT;
            case AUTO -> RouteChoice.Asked.AUTO;
        };
        return new RouteChoice(asked, records);
    }
}
