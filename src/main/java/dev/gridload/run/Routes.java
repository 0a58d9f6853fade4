package dev.gridload.run;

import dev.gridload.customer.Column;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.RouteChoice;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobDefinition.AccountRoute;
import dev.gridload.job.JobDefinition.Profile;
import dev.gridload.pipeline.validate.Scope;
import java.util.Set;

/** The routes and the document of Grid that a job asks for, in the words of those who go by them. */
public final class Routes {

    private Routes() {}

    /** Whether Grid's published API is spoken, and not its guides. */
    public static boolean published(JobDefinition job) {
        return job.sending().profile() == Profile.OPENAPI;
    }

    /** What of each row is going to be sent. */
    public static Scope scope(JobDefinition job) {
        Scope.Upload upload = switch (job.sending().route()) {
            case BULK -> Scope.Upload.ALWAYS;
            case DIRECT -> Scope.Upload.NEVER;
            case AUTO -> Scope.Upload.WHERE_IT_FITS;
        };
        return new Scope(job.accounts().only(), upload, published(job));
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
        return new RouteChoice(asked, records, published(job));
    }

    /** The upload for an input that has these columns. */
    static BulkCsv upload(JobDefinition job, Set<Column> present) {
        return published(job) ? BulkCsv.published(present) : new BulkCsv(present);
    }

    /** Which accounts are created by calls of their own. */
    static ExternalAccounts externalAccounts(JobDefinition job) {
        return new ExternalAccounts(
                published(job) || job.accounts().only() || job.accounts().route() == AccountRoute.EXTERNAL);
    }
}
