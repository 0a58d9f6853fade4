package dev.gridload.testing;

import dev.gridload.sandbox.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a journal of the local Grid proves about a client: each question is one of the promises it must keep. */
public final class GridJournal {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Answers after which Grid has certainly done nothing. */
    private static final Set<Integer> NOT_PROCESSED = Set.of(401, 403, 429);

    /** What makes two POSTs the same intent. */
    private record Key(String path, @Nullable String subject, String bodySha256) {

        static Key of(Journal.Exchange post) {
            boolean customer = post.path().endsWith("/customers") && post.subject() != null;
            return new Key(post.path(), post.subject(), customer ? "" : post.bodySha256());
        }
    }

    /**
     * A process that could not hand on any more what Grid told it: it lost its database, then its life, or both at once.
     *
     * @param from when it lost the one
     * @param to when it lost the other
     */
    public record Silence(Instant from, Instant to) {

        private boolean parts(Journal.Exchange told, Journal.Exchange later, Duration underway) {
            return told.answered().plus(underway).isAfter(from)
                    && told.answered().isBefore(to)
                    && later.time().isAfter(to);
        }
    }

    private final List<Silence> silences;
    private final List<Journal.Exchange> exchanges;
    private final List<Journal.Effect> effects;

    private GridJournal(List<Journal.Exchange> exchanges, List<Journal.Effect> effects, List<Silence> silences) {
        this.silences = List.copyOf(silences);
        this.exchanges = exchanges.stream()
                .sorted(Comparator.comparingLong(Journal.Exchange::sequence))
                .toList();
        this.effects = List.copyOf(effects);
    }

    public static GridJournal of(Journal journal) {
        return new GridJournal(journal.exchanges(), journal.effects(), List.of());
    }

    /** Reads the file of a sandbox, also of one that was killed while it wrote the last line. */
    public static GridJournal of(Path file) throws IOException {
        List<Journal.Exchange> exchanges = new ArrayList<>();
        List<Journal.Effect> effects = new ArrayList<>();
        String text = Files.readString(file);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            JsonNode json = MAPPER.readTree(line);
            if (json.has("effect")) {
                effects.add(effect(json));
            } else {
                exchanges.add(exchange(json));
            }
        }
        return new GridJournal(exchanges, effects, List.of());
    }

    /** With the requests behind that one alone, and every effect: what came before was somebody else's. */
    public GridJournal after(long sequence) {
        return new GridJournal(
                exchanges.stream()
                        .filter(exchange -> exchange.sequence() > sequence)
                        .toList(),
                effects,
                silences);
    }

    /** With processes that fell silent. */
    public GridJournal with(List<Silence> silences) {
        return new GridJournal(exchanges, effects, silences);
    }

    /** The number of the last request; 0 before the first. */
    public long last() {
        return exchanges.isEmpty() ? 0 : exchanges.get(exchanges.size() - 1).sequence();
    }

    /** How often each platformCustomerId was created, in the order of the ids. */
    public Map<String, Integer> creates() {
        return times(Journal.EffectKind.CUSTOMER_CREATED);
    }

    /** How often each platformCustomerId met with this effect, in the order of the ids. */
    public Map<String, Integer> times(Journal.EffectKind kind) {
        Map<String, Integer> times = new TreeMap<>();
        for (Journal.Effect effect : effects) {
            if (effect.kind() == kind) {
                times.merge(effect.platformCustomerId(), 1, Integer::sum);
            }
        }
        return times;
    }

    /** Grid's id of every customer that is active, by platformCustomerId. */
    public Map<String, String> customers() {
        Map<String, String> customers = new TreeMap<>();
        for (Journal.Effect effect : effects) {
            switch (effect.kind()) {
                case CUSTOMER_CREATED -> customers.put(effect.platformCustomerId(), effect.gridId());
                case CUSTOMER_DELETED -> customers.remove(effect.platformCustomerId());
                case CUSTOMER_CHANGED, ROW_REFUSED, ACCOUNT_CREATED, ACCOUNT_DELETED -> {}
            }
        }
        return customers;
    }

    /** How many uploads came, refused ones among them. */
    public long uploads() {
        return exchanges.stream().filter(GridJournal::isUpload).count();
    }

    /** How many uploads came whose sender cannot know that they were not worked on. */
    public long doubtfulUploads() {
        return exchanges.stream()
                .filter(exchange ->
                        isUpload(exchange) && exchange.bodyBytes() > 0 && !NOT_PROCESSED.contains(exchange.status()))
                .count();
    }

    /** How often this customer was sent by a call of its own. */
    public long posts(String platformCustomerId) {
        return exchanges.stream()
                .filter(exchange -> isSingle(exchange) && platformCustomerId.equals(exchange.subject()))
                .count();
    }

    /** I6: customers sent by a call of their own though nobody had looked for them by name before. */
    public Set<String> sentUnseen() {
        Set<String> looked = new HashSet<>();
        Set<String> unseen = new TreeSet<>();
        for (Journal.Exchange exchange : exchanges) {
            String subject = exchange.subject();
            if (subject != null && exchange.method().equals("GET") && exchange.status() == 200) {
                looked.add(subject);
            } else if (subject != null && isSingle(exchange) && !looked.contains(subject)) {
                unseen.add(subject);
            }
        }
        return unseen;
    }

    /** I1: ids created again while a customer with that id was active. */
    public Set<String> createdTwice() {
        Set<String> active = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (Journal.Effect effect : effects) {
            String id = effect.platformCustomerId();
            switch (effect.kind()) {
                case CUSTOMER_CREATED -> {
                    if (!active.add(id)) {
                        twice.add(id);
                    }
                }
                case CUSTOMER_DELETED -> active.remove(id);
                case CUSTOMER_CHANGED, ROW_REFUSED, ACCOUNT_CREATED, ACCOUNT_DELETED -> {}
            }
        }
        return twice;
    }

    /**
     * I6: POSTs sent again although the one before may have been processed and nobody has looked since. A customer is
     * known again by its platformCustomerId, anything else by the hash of its bytes. A look is a GET of that
     * customer, or of the list without naming one, that was answered with 200. Not seen are a POST of a row that an
     * upload held before, since the journal does not know what was in an upload, and one whose body was never read.
     */
    public List<Journal.Exchange> blindRepeats() {
        List<Journal.Exchange> repeats = new ArrayList<>();
        Set<Key> inDoubt = new HashSet<>();
        for (Journal.Exchange exchange : exchanges) {
            if (exchange.method().equals("GET") && exchange.status() == 200) {
                look(exchange, inDoubt);
            } else if (exchange.method().equals("POST") && exchange.bodyBytes() > 0) {
                Key key = Key.of(exchange);
                if (inDoubt.contains(key)) {
                    repeats.add(exchange);
                }
                if (!NOT_PROCESSED.contains(exchange.status())) {
                    inDoubt.add(key);
                }
            }
        }
        return repeats;
    }

    /**
     * I16: requests that came although an earlier answer had asked for patience.
     *
     * @param underway how long after such an answer requests may still come that were sent before it was read
     */
    public List<Journal.Exchange> impatient(Duration underway) {
        Map<Long, Journal.Exchange> found = new HashMap<>();
        for (Journal.Exchange asked : exchanges) {
            Instant end = asked.retryAfter();
            if (end == null) {
                continue;
            }
            Instant heard = asked.answered().plus(underway);
            for (Journal.Exchange later : exchanges) {
                if (later.sequence() > asked.sequence()
                        && later.time().isAfter(heard)
                        && later.time().isBefore(end)
                        && silences.stream().noneMatch(silence -> silence.parts(asked, later, underway))) {
                    found.put(later.sequence(), later);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingLong(Journal.Exchange::sequence))
                .toList();
    }

    /**
     * I16: jobs that were asked after more often than this within a second.
     *
     * @return their paths
     */
    public Set<String> askedTooOften(int times) {
        Map<String, List<Instant>> asked = new HashMap<>();
        for (Journal.Exchange exchange : exchanges) {
            if (exchange.method().equals("GET") && exchange.path().contains("/bulk/jobs/")) {
                asked.computeIfAbsent(exchange.path(), path -> new ArrayList<>())
                        .add(exchange.time());
            }
        }
        Set<String> tooOften = new TreeSet<>();
        asked.forEach((path, moments) -> {
            moments.sort(Comparator.naturalOrder());
            for (int i = 0; i + times < moments.size(); i++) {
                if (moments.get(i + times).isBefore(moments.get(i).plusSeconds(1))) {
                    tooOften.add(path);
                }
            }
        });
        return tooOften;
    }

    private static boolean isUpload(Journal.Exchange exchange) {
        return exchange.method().equals("POST") && exchange.path().endsWith("/customers/bulk/csv");
    }

    private static boolean isSingle(Journal.Exchange exchange) {
        return exchange.method().equals("POST") && exchange.path().endsWith("/customers");
    }

    private static void look(Journal.Exchange exchange, Set<Key> inDoubt) {
        String subject = exchange.subject();
        if (subject != null) {
            inDoubt.removeIf(key -> subject.equals(key.subject()));
        } else if (exchange.path().endsWith("/customers") || exchange.path().endsWith("/external-accounts")) {
            inDoubt.clear();
        }
    }

    private static Journal.Effect effect(JsonNode json) {
        return new Journal.Effect(
                Journal.EffectKind.valueOf(json.path("effect").asString()),
                json.path("platformCustomerId").asString(),
                json.path("gridId").asString(""),
                json.path("request").asLong());
    }

    private static Journal.Exchange exchange(JsonNode json) {
        return new Journal.Exchange(
                json.path("sequence").asLong(),
                Instant.parse(json.path("time").asString()),
                json.path("method").asString(),
                json.path("path").asString(),
                json.has("subject") ? json.path("subject").asString() : null,
                json.path("status").asInt(),
                json.path("bodyBytes").asLong(),
                json.path("bodySha256").asString(),
                Instant.parse(json.path("answered").asString()),
                instant(json, "retryAfter"));
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
        return json.has(name) ? Instant.parse(json.path(name).asString()) : null;
    }
}
