package dev.gridload.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one level of the file. Whatever is wrong with them becomes a mistake, and reading goes on. */
final class Section {

    /** Everything a job file may say, as a reader would call it; anything else comes from a tag that was typed. */
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP);

    private static final Set<String> SECRETS = Set.of(
            "clientsecret",
            "clientid",
            "gridclientsecret",
            "gridclientid",
            "secret",
            "password",
            "passwd",
            "token",
            "apitoken",
            "apikey",
            "apisecret",
            "credentials",
            "databasepassword",
            "gridloaddatabasepassword");

    private final String path;
    private final Node node;
    private final Mistakes mistakes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    record Entry(Node key, Node value) {}

    Section(String path, MappingNode node, Mistakes mistakes) {
        this.path = path;
        this.node = node;
        this.mistakes = mistakes;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                mistakes.add(tuple.getKeyNode(), path, "a key is not a word", "Write key: value.");
                continue;
            }
            Entry first = entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()));
            if (first != null) {
                int line = first.key().getStartMark().getLine() + 1;
                mistakes.add(key, at(key.getValue()), "stands twice, first in line " + line, "Keep one of the two.");
            }
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Mark mark(String key) {
        Entry entry = entries.get(key);
        return (entry == null ? node : entry.key()).getStartMark();
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    boolean isText(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof ScalarNode;
    }

    void refuseOthers(Collection<String> known) {
        entries.forEach((key, entry) -> {
            if (known.contains(key)) {
                return;
            }
            if (SECRETS.contains(key.toLowerCase(Locale.ROOT).replaceAll("[-_.]", ""))) {
                mistakes.add(
                        entry.key(),
                        at(key),
                        "a credential does not belong in this file",
                        "Remove it and use the environment GRID_CLIENT_SECRET"
                                + " (for the database GRIDLOAD_DATABASE_PASSWORD).");
                return;
            }
            String all = "Keys here: " + String.join(", ", known) + ".";
            mistakes.add(entry.key(), at(key), "there is no such key", Spelling.suggest(key, known, all));
        });
    }

    /** Hands the text of a key on, if the key is there and has one. */
    void text(String key, Consumer<String> then) {
        Entry entry = entries.get(key);
        String text = entry == null ? null : text(key, entry);
        if (entry == null || text == null) {
            return;
        }
        try {
            then.accept(text);
        } catch (IllegalSetting wrong) {
            mistakes.add(entry.value(), at(key), wrong.fault(), wrong.hint());
        }
    }

    /** Null where the key is absent or was a mistake. */
    <T> @Nullable T value(String key, Expected<T> expected) {
        Taken<T> taken = new Taken<>();
        text(key, text -> taken.value = expected.read(key, text));
        return taken.value;
    }

    /** As {@link #value}, and the key must be there. */
    <T> @Nullable T required(String key, Expected<T> expected) {
        if (!has(key)) {
            mistakes.add(node, at(key), "is missing", "For example: " + key + ": " + expected.example());
        }
        return value(key, expected);
    }

    /** Null where the key is absent or does not hold further keys. */
    @Nullable
    Section section(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (entry.value() instanceof MappingNode mapping && PLAIN_TAGS.contains(mapping.getTag())) {
            return new Section(at(key), mapping, mistakes);
        }
        if (entry.value() instanceof ScalarNode empty && Tag.NULL.equals(empty.getTag())) {
            noValue(key, entry);
            return null;
        }
        mistakes.add(
                entry.value(),
                at(key),
                "holds " + kind(entry.value()) + " where a section is needed",
                "Write its keys below it, indented, one to a line.");
        return null;
    }

    private @Nullable String text(String key, Entry entry) {
        if (!(entry.value() instanceof ScalarNode scalar)) {
            String found = "holds " + kind(entry.value()) + " where a single value is needed";
            mistakes.add(entry.value(), at(key), found, "Write " + key + ": and the value on one line.");
            return null;
        }
        if (Tag.NULL.equals(scalar.getTag())) {
            noValue(key, entry);
            return null;
        }
        if (!PLAIN_TAGS.contains(scalar.getTag())) {
            mistakes.add(scalar, at(key), "a tag such as !!name stands before the value", "Remove the tag.");
            return null;
        }
        return scalar.getValue();
    }

    private void noValue(String key, Entry entry) {
        mistakes.add(entry.key(), at(key), "has no value", "Write one, or remove the line.");
    }

    private static String kind(Node node) {
        return switch (node.getNodeId()) {
            case scalar -> "a single value";
            case sequence -> "a list";
            case mapping -> "a section";
            case anchor -> "a reference";
        };
    }

    private static final class Taken<T> {
        private @Nullable T value;
    }
}
