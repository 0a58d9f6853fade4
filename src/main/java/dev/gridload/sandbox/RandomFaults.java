package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of calls drawn by chance. The same seed draws the same faults for the same calls in the same order. */
final class RandomFaults {

    private final Random random;
    private final double rate;
    private final List<Fault<CallFault>> choices;

    private RandomFaults(Random random, double rate, List<Fault<CallFault>> choices) {
        this.random = random;
        this.rate = rate;
        this.choices = choices;
    }

    /** @throws Refusal when it is not understood */
    static RandomFaults of(JsonNode json) {
        List<Fault<CallFault>> choices = new ArrayList<>();
        for (JsonNode choice : json.path("kinds")) {
            ObjectNode fault = choice instanceof ObjectNode object ? object : Json.empty();
            if (choice.isString()) {
                fault.put("kind", choice.stringValue());
            }
            Fault<CallFault> known = Fault.of(fault, CallFault.values());
            if (known == null) {
                throw Refusal.invalid("random: kinds must be kinds of faults of calls, or such faults");
            }
            choices.add(known);
        }
        if (choices.isEmpty()) {
            throw Refusal.invalid("random: kinds must not be empty");
        }
        return new RandomFaults(
                new Random(json.path("seed").asLong(0)), json.path("rate").asDouble(0.05), choices);
    }

    boolean needsId() {
        return choices.stream().anyMatch(choice -> choice.aim().needsId());
    }

    /** Null for a call that is spared. */
    @Nullable
    Fault<CallFault> draw(Aim.Occasion occasion) {
        // both numbers are drawn for every call, so that a choice never moves those of later calls
        boolean hit = random.nextDouble() < rate;
        Fault<CallFault> drawn = choices.get(random.nextInt(choices.size()));
        return hit && drawn.aim().concerns(occasion) ? drawn : null;
    }
}
