package dev.gridload.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The script of faults: everything that can go wrong asks it once each time. Safe for several threads. */
final class Faults {

    /** A script once read. */
    private static final class Script {
        private final FaultScript<CallFault> calls = new FaultScript<>(CallFault.values(), false);
        private final FaultScript<JobFault> jobs = new FaultScript<>(JobFault.values(), false);
        private final FaultScript<ErrorListFault> errorLists = new FaultScript<>(ErrorListFault.values(), false);
        private final FaultScript<JobAnswerFault> jobAnswers = new FaultScript<>(JobAnswerFault.values(), true);
        private final FaultScript<RowFault> rows = new FaultScript<>(RowFault.values(), false);
        private final FaultScript<AccountFault> accounts = new FaultScript<>(AccountFault.values(), false);
        private final FaultScript<ListFault> lateness =
                new FaultScript<>(new ListFault[] {ListFault.LATE_VISIBILITY}, false);
        private final FaultScript<ListFault> cursors =
                new FaultScript<>(new ListFault[] {ListFault.PAGE_REPEATED, ListFault.PAGE_SKIPPED}, false);
        private @Nullable RandomFaults random;

        private void add(ObjectNode fault) {
            boolean known = Stream.of(calls, jobs, errorLists, jobAnswers, rows, accounts, lateness, cursors)
                    .anyMatch(sort -> sort.add(fault));
            if (!known) {
                throw Refusal.invalid("kind must be one of " + names());
            }
        }

        private static List<String> names() {
            return Stream.of(
                            CallFault.values(),
                            JobFault.values(),
                            JobAnswerFault.values(),
                            ErrorListFault.values(),
                            RowFault.values(),
                            AccountFault.values(),
                            ListFault.values())
                    .flatMap(Stream::of)
                    .map(FaultKind::name)
                    .toList();
        }
    }

    private Script script = new Script();

    /** Begins with the script of a file. */
    Faults(@Nullable Path file) {
        if (file != null) {
            try {
                replace(Json.object(Files.readAllBytes(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The faults cannot be read from " + file, unreadable);
            } catch (Refusal notUnderstood) {
                throw new IllegalArgumentException(
                        "the faults in " + file + " are not understood: " + notUnderstood.getMessage(), notUnderstood);
            }
        }
    }

    /** A new script in place of the old one; counting begins again. @throws Refusal when it is not understood */
    synchronized void replace(ObjectNode json) {
        Script next = new Script();
        for (JsonNode fault : json.path("faults")) {
            if (!(fault instanceof ObjectNode members)) {
                throw Refusal.invalid("faults must be a list of objects");
            }
            next.add(members);
        }
        if (json.has("random")) {
            next.random = RandomFaults.of(json.path("random"));
        }
        script = next;
    }

    /** Whether {@link #ofCall} must be told the customer. */
    synchronized boolean callsNeedId() {
        return script.calls.needsId() || (script.random != null && script.random.needsId());
    }

    /** Null for a call that goes well. */
    synchronized @Nullable Fault<CallFault> ofCall(Aim.Occasion call) {
        List<Fault<CallFault>> struck = script.calls.striking(call);
        Fault<CallFault> drawn = script.random == null ? null : script.random.draw(call);
        return struck.isEmpty() ? drawn : struck.get(0);
    }

    /** What a job that begins is born with. */
    synchronized JobFaults ofJob(Aim.Occasion job) {
        return new JobFaults(script.jobs.striking(job), script.errorLists.striking(job));
    }

    synchronized List<Fault<JobAnswerFault>> ofJobAnswer(Aim.Occasion job) {
        return script.jobAnswers.striking(job);
    }

    /** Null for a row that its own fields decide about. */
    synchronized @Nullable Fault<RowFault> ofRow(Aim.Occasion row) {
        return first(script.rows, row);
    }

    /** What an account is born with. */
    synchronized List<Fault<AccountFault>> ofAccount(Aim.Occasion account) {
        return script.accounts.striking(account);
    }

    /** Null where customers appear at once. */
    synchronized @Nullable Fault<ListFault> ofVisibility(Aim.Occasion list) {
        return first(script.lateness, list);
    }

    /** Null for a cursor that leads where it should. */
    synchronized @Nullable Fault<ListFault> ofCursor(Aim.Occasion list) {
        return first(script.cursors, list);
    }

    private static <K extends FaultKind> @Nullable Fault<K> first(FaultScript<K> faults, Aim.Occasion occasion) {
        List<Fault<K>> struck = faults.isEmpty() ? List.of() : faults.striking(occasion);
        return struck.isEmpty() ? null : struck.get(0);
    }
}
