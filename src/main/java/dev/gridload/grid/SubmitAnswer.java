package dev.gridload.grid;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known after something was sent that creates. */
public sealed interface SubmitAnswer {

    /** Grid took the upload; its job has this id. */
    record Accepted(String jobId) implements SubmitAnswer {}

    /** Grid created the customer and gave it this id (201). */
    record Created(String gridId) implements SubmitAnswer {}

    /** Grid created the account and gave it this id (201); the status is null where Grid did not say. */
    record Attached(String gridId, @Nullable String status) implements SubmitAnswer {}

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

    /** Grid does not let us in (401, 403): nothing was created, and nothing will be until that is mended. */
    record Unauthorized(String message) implements SubmitAnswer {}

    /** Grid asks to wait (429 RATE_LIMITED): nothing was created. */
    record Later(Duration delay) implements SubmitAnswer {}

    /** It waited for its turn when the run was asked to stop, and was not sent. */
    record Withheld() implements SubmitAnswer {}

    /** Grid will not take this at all as things stand (404, 405, 413, 415, 501, other limits): nothing was created. */
    record Blocked(String message) implements SubmitAnswer {}

    /** No byte reached Grid (connection refused, unknown host, TLS): nothing was created. */
    record NotSent(String message) implements SubmitAnswer {}

    /** It may or may not have been done: Grid must be asked before anything is sent again. */
    record Unknown(String message, @Nullable Integer status) implements SubmitAnswer {}
}
