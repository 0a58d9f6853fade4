package dev.gridload.job;

/**
 * A setting that does not keep its rule. The same exception, with the same words, whether the value came from an option or
 * from a job file; it is never clamped to something that would do.
 */
public final class IllegalSetting extends RuntimeException {

    private final String key;
    private final String fault;
    private final String hint;

    IllegalSetting(String key, String fault, String hint) {
        super(key + ": " + fault + ". " + hint);
        this.key = key;
        this.fault = fault;
        this.hint = hint;
    }

    /** The job-file key, which is also the option's name without its dashes. */
    public String key() {
        return key;
    }

    /** Value and rule, without the key and without a final stop: {@code "0" is not a whole number from 1 to 64}. */
    public String fault() {
        return fault;
    }

    /** What to do next, as a sentence. */
    public String hint() {
        return hint;
    }
}
