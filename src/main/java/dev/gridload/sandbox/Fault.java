package dev.gridload.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault that was asked for.
 *
 * @param source as it was written in the script
 */
record Fault<K extends FaultKind>(K kind, Aim aim, FaultDetails details, ObjectNode source) {

    private static final Set<String> MEMBERS = Set.of(
            "kind",
            "method",
            "path",
            "id",
            "containing",
            "job",
            "call",
            "from",
            "to",
            "chance",
            "seed",
            "status",
            "code",
            "message",
            "body",
            "retryAfter",
            "retryAfterDate",
            "for",
            "rows",
            "member",
            "jobStatus",
            "accountStatus",
            "shape",
            "numbers",
            "answered");

    /**
     * Null where the kind is not among the given ones.
     *
     * @throws Refusal when a member is not understood
     */
    static <K extends FaultKind> @Nullable Fault<K> of(ObjectNode json, K[] kinds) {
        for (String name : json.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw Refusal.invalid("a fault has no member " + name);
            }
        }
        String name = Json.text(json, "kind");
        for (K kind : kinds) {
            if (kind.name().equalsIgnoreCase(name)) {
                return new Fault<>(kind, Aim.of(json), FaultDetails.of(json), json);
            }
        }
        return null;
    }
}
