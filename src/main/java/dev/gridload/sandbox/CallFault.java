package dev.gridload.sandbox;

/** A fault of one call. */
enum CallFault implements FaultKind {
    /** The made-up answer comes at once, and nothing has happened. */
    ANSWER_BEFORE_EFFECT,
    /** The work is done, yet the made-up answer comes. */
    ANSWER_AFTER_EFFECT,
    /** The connection closes before the request's body is read: a reset, where the kernel holds bytes nobody read. */
    CLOSE_BEFORE_BODY,
    /** The connection closes when the request has been read, and nothing has happened. */
    CLOSE_BEFORE_EFFECT,
    /** The work is done and the connection closes without an answer. */
    CLOSE_AFTER_EFFECT,
    /** Time passes, then the work is done and answered: an effect that comes when nobody waits any more. */
    HANG_BEFORE_EFFECT,
    /** The work is done, and time passes before the true answer. */
    HANG_AFTER_EFFECT,
    /** Half of the true answer, then the connection closes. */
    HALF_ANSWER,
    /** The true answer without its last byte, and a length that hides it. */
    MALFORMED_JSON,
    /** The whole true answer, announced as longer than it is; then the connection closes. */
    WRONG_LENGTH,
    /** The true answer, one byte each {@link Delivery#DRIP_MILLIS} milliseconds. */
    SLOW_DRIP,
    /** The true answer under another status. */
    OTHER_STATUS,
    /** The true answer with one member null. */
    NULL_MEMBER,
    /** The true answer with members that no document names. */
    UNKNOWN_MEMBERS
}
