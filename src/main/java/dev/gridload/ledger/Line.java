package dev.gridload.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger, and where its owner believes it to stand.
 *
 * @param key the columns that name it
 * @param at their values
 * @param what it is, in messages
 * @param epoch of the owner that made its last move
 */
record Line<S extends Step<S>>(String table, List<String> key, List<?> at, String what, S state, int epoch) {

    /**
     * Its move to another state, which changes nothing unless it stands where it is believed to.
     *
     * @param assignments further ones, each after a comma
     * @throws IllegalStateException when that state may not follow
     */
    Moves.Move to(Lease lease, S next, String assignments, @Nullable Object... values) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException(what + " is " + state + " and cannot become " + next);
        }
        List<@Nullable Object> parameters = new ArrayList<>(List.of(next.name(), lease.epoch()));
        parameters.addAll(Arrays.asList(values));
        parameters.addAll(at);
        parameters.addAll(List.of(state.name(), epoch));
        return new Moves.Move(
                "update " + table + " set state = ?, epoch = ? " + assignments + " where "
                        + key.stream().map(column -> column + " = ? and ").collect(Collectors.joining())
                        + "state = ? and epoch = ?",
                parameters,
                notThere(next));
    }

    /** What is wrong when it stands somewhere else. */
    String notThere(S next) {
        return what + " was expected to be " + state + " and is not; it did not become " + next;
    }
}
