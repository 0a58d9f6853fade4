package dev.gridload.grid;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The Grid API as far as an import needs it. Whatever creates something is sent exactly once and answered by a value that says
 * what is known of its effect; whatever only reads is repeated until it succeeds or its time is over, or until the run is
 * asked to stop: then it ends with {@link Sleeper.Stopped}.
 */
public interface GridApi {

    /**
     * Grid's own time, from the Date of its answers: never later than the truth.
     *
     * @throws GridProblem when Grid has not answered yet and does not now
     */
    Instant now();

    /**
     * Uploads one part. Sent once, never repeated by itself.
     *
     * @param header the CSV header line, without line end
     * @param lines the CSV lines as UTF-8, each ended by a line feed; read once
     * @param lineBytes how many bytes {@code lines} has
     */
    SubmitAnswer upload(String header, InputStream lines, long lineBytes);

    /**
     * Creates one customer. Sent once, never repeated by itself.
     *
     * @param request as {@link CustomerJson} made it
     */
    SubmitAnswer create(String request);

    /**
     * Creates one external account. Sent once, never repeated by itself.
     *
     * @param gridCustomerId Grid's id of its customer
     * @param request as {@link ExternalAccounts#request} made it
     */
    SubmitAnswer createAccount(String gridCustomerId, String request);

    /**
     * The external accounts of a customer.
     *
     * @throws GridProblem when Grid cannot be asked
     */
    List<GridAccount> accounts(String gridCustomerId);

    /**
     * Where a bulk job stands.
     *
     * @throws GridProblem when Grid cannot be asked, as all reading calls do
     */
    JobAnswer job(String jobId);

    /**
     * One page of customers that were created in a stretch of time.
     *
     * @param cursor of the page before; empty for the first page
     * @param withData whether {@link GridCustomer#data} is wanted
     */
    CustomerPage created(CreatedSpan span, String cursor, boolean withData);

    /** The customers that have this platformCustomerId, deleted ones left out. */
    List<GridCustomer> withPlatformId(String platformCustomerId);

    /**
     * One customer with all that Grid shows of it, as JSON; empty where Grid does not have it any more.
     *
     * @throws GridProblem when Grid cannot be asked
     */
    Optional<String> customer(String gridCustomerId);

    /**
     * Changes one customer. Sent once, never repeated by itself; the same again would change nothing more.
     *
     * @param request as {@link CustomerChange} made it
     */
    SubmitAnswer change(String gridCustomerId, String request);

    /** Deletes one customer. Sent once, never repeated by itself. */
    SubmitAnswer delete(String gridCustomerId);

    /** Deletes one external account. Sent once, never repeated by itself. */
    SubmitAnswer deleteAccount(String gridAccountId);
}
