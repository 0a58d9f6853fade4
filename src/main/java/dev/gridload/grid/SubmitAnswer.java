package dev.gridload.grid;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known after something was sent that creates, changes or deletes. */
public sealed interface SubmitAnswer {

    /** Grid took the upload; its job has this id. */
    record Accepted(String jobId) implements SubmitAnswer {}

    /** Grid created the customer and gave it this id (201). */
    record Created(String gridId) implements SubmitAnswer {}

    /** Grid created the account and gave it this id (201); the status is null where Grid did not say. */
    record Attached(String gridId, @Nullable String status) implements SubmitAnswer {}

    /** Grid changed the customer (200). */
    record Changed() implements SubmitAnswer {}

    /** Grid deleted the customer or the account (2xx). */
    record Deleted() implements SubmitAnswer {}

    /** Grid does not have the customer or the account any more (404, 410). */
    record Gone() implements SubmitAnswer {}

    /** The customer, its UMA address or the account is in Grid already (409): whether by our own hand is to be found out. */
    record Exists(String code, String message) implements SubmitAnswer {}

    /**
     * Grid looked at it and refused it as it is (400, 422): nothing was created.
     *
     * @param columns of the input that Grid named, several apart by semicolon; null where it named none
     */
    record Refused(String code, String message, @Nullable String columns) implements SubmitAnswer {

        public Refused(String code, String message) {
            this(code, message, null);
        }
    }

    /** Certainly nothing was created, for a reason that is not the row's own: it can be sent again, now or later. */
    sealed interface NotDone extends SubmitAnswer {

        /** The reason, for a person. */
        String why();
    }

    /** Grid does not let us in (401, 403), and will not until that is mended. */
    record Unauthorized(String why) implements NotDone {}

    /** Grid asks to wait (429 RATE_LIMITED). */
    record Later(Duration delay) implements NotDone {

        @Override
        public String why() {
            return "Grid asked to wait " + delay.toSeconds() + " s";
        }
    }

    /** It waited for its turn when the run was asked to stop, and was not sent. */
    record Withheld() implements NotDone {

        @Override
        public String why() {
            return "not sent, the import was asked to stop";
        }
    }

    /** Grid will not take this at all as things stand (404, 405, 413, 415, 501, other limits). */
    record Blocked(String why) implements NotDone {}

    /** No byte reached Grid (connection refused, unknown host, TLS). */
    record NotSent(String why) implements NotDone {}

    /** It may or may not have been done: Grid must be asked before anything is sent again. */
    record Unknown(String message, @Nullable Integer status) implements SubmitAnswer {}
}
