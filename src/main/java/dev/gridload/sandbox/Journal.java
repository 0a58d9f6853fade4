package dev.gridload.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was asked of the sandbox and everything that came of it, in order and for good: the witness a test
 * calls to show that nobody was created twice. It holds ids, never personal data. Safe for several threads.
 */
public final class Journal {

    /** What a request changed. */
    public enum EffectKind {
        CUSTOMER_CREATED,
        CUSTOMER_CHANGED,
        CUSTOMER_DELETED,
        /** A row of a bulk upload that became no customer. */
        ROW_REFUSED,
        ACCOUNT_CREATED,
        ACCOUNT_DELETED
    }

    /**
     * One request.
     *
     * @param sequence counts all requests from 1
     * @param time when it came
     * @param path without the query
     * @param subject the platformCustomerId asked for or sent; null where the request names none
     * @param status 0 when no answer was sent
     * @param bodySha256 of what was read of the request's body, in hexadecimal
     * @param answered when the answer was ready
     * @param retryAfter until when the answer asks for patience; null where it does not
     */
    public record Exchange(
            long sequence,
            Instant time,
            String method,
            String path,
            @Nullable String subject,
            int status,
            long bodyBytes,
            String bodySha256,
            Instant answered,
            @Nullable Instant retryAfter) {}

    /**
     * One effect.
     *
     * @param platformCustomerId empty for an account of the platform itself
     * @param gridId of the customer or account; empty for a refused row
     * @param request the sequence of the request that caused it
     */
    public record Effect(EffectKind kind, String platformCustomerId, String gridId, long request) {}

    /** An effect with its id as a number: there may be millions. */
    private record Note(EffectKind kind, String platformCustomerId, int number, int request) {}

    private final Numbering numbering;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<EffectKind, Integer> counts = new EnumMap<>(EffectKind.class);
    private final @Nullable JournalFile file;

    Journal(Numbering numbering, @Nullable Path file) {
        this.numbering = numbering;
        try {
            this.file = file == null ? null : JournalFile.open(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Every request that has been answered, in the order of the answers. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Every effect in its order. */
    public synchronized List<Effect> effects() {
        return notes.stream().map(this::effect).toList();
    }

    /** The effects on one customer. */
    public synchronized List<Effect> effectsOn(String platformCustomerId) {
        return notes.stream()
                .filter(note -> note.platformCustomerId().equals(platformCustomerId))
                .map(this::effect)
                .toList();
    }

    public synchronized int count(EffectKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    synchronized int exchangeCount() {
        return exchanges.size();
    }

    synchronized void record(Exchange exchange) {
        exchanges.add(exchange);
        if (file != null) {
            write(file, JournalLine.of(exchange));
            flush();
        }
    }

    synchronized void record(EffectKind kind, String platformCustomerId, int number, long request) {
        Note note = new Note(kind, platformCustomerId, number, Math.toIntExact(request));
        notes.add(note);
        counts.merge(kind, 1, Integer::sum);
        if (file != null) {
            write(file, JournalLine.of(effect(note)));
        }
    }

    /** The sequence of the last request of a former process that wrote into the same file; 0 for none. */
    long formerSequence() {
        return file == null ? 0 : file.lastSequence();
    }

    /** To be called before an answer leaves: what was answered outlives this process. */
    synchronized void flush() {
        try {
            if (file != null) {
                file.flush();
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Effect effect(Note note) {
        String id = switch (note.kind()) {
            case CUSTOMER_CREATED, CUSTOMER_CHANGED, CUSTOMER_DELETED -> numbering.customer(note.number());
            case ACCOUNT_CREATED, ACCOUNT_DELETED -> numbering.account(note.number());
            case ROW_REFUSED -> "";
        };
        return new Effect(note.kind(), note.platformCustomerId(), id, note.request());
    }

    private static void write(JournalFile file, String line) {
        try {
            file.append(line);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
