package dev.gridload.sandbox;

import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which occasions a fault strikes. Text that is empty lets everything pass.
 *
 * @param method of the call
 * @param path what the path ends in
 * @param id the platformCustomerId
 * @param containing what is part of the platformCustomerId
 * @param job the number of a job, counted from 1 in the order of the uploads; 0 for any
 * @param from the first occasion it strikes, counted from 1 among those that pass
 * @param to the last
 * @param chance of each of those to be struck, 0 to 1
 */
record Aim(
        String method,
        String path,
        String id,
        String containing,
        int job,
        long from,
        long to,
        double chance,
        Random random) {

    /**
     * Something a fault may strike; text is empty and the job 0 where it has none.
     *
     * @param job counted from 1
     */
    record Occasion(String method, String path, String id, int job) {

        static Occasion ofRow(String id, int job) {
            return new Occasion("", "", id, job);
        }

        static Occasion ofJob(int job) {
            return new Occasion("", "", "", job);
        }
    }

    static Aim of(ObjectNode json) {
        long only = json.path("call").asLong(0);
        return new Aim(
                Json.text(json, "method"),
                Json.text(json, "path"),
                Json.text(json, "id"),
                Json.text(json, "containing"),
                json.path("job").asInt(0),
                only > 0 ? only : json.path("from").asLong(1),
                only > 0 ? only : json.path("to").asLong(Long.MAX_VALUE),
                json.path("chance").asDouble(1),
                new Random(json.path("seed").asLong(0)));
    }

    /** Whether a call must be asked for its customer first. */
    boolean needsId() {
        return !id.isEmpty() || !containing.isEmpty();
    }

    boolean concerns(Occasion occasion) {
        return (method.isEmpty() || method.equals(occasion.method()))
                && occasion.path().endsWith(path)
                && (id.isEmpty() || id.equals(occasion.id()))
                && occasion.id().contains(containing)
                && (job == 0 || job == occasion.job());
    }

    /** Whether it strikes the occasion with that number among those it concerns; asked once for each. */
    boolean strikes(long number) {
        return number >= from && number <= to && random.nextDouble() < chance;
    }
}
