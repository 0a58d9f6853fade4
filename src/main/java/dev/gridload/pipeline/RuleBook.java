package dev.gridload.pipeline;

import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.customer.Severity;
import dev.gridload.pipeline.read.Defect;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every code that a problem of a row or of a header can have, with all there is to say about it. Immutable. */
public final class RuleBook {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private RuleBook() {}

    /**
     * One code.
     *
     * @param production severity in the rule set of that name
     * @param sandbox severity in the rule set of that name
     * @param adjustable whether {@code --rule} can weigh it otherwise
     * @param example something that breaks the rule; null only where the list of examples has a gap
     */
    public record Entry(
            String code,
            RuleClass ruleClass,
            Severity production,
            Severity sandbox,
            boolean adjustable,
            String meaning,
            String hint,
            @Nullable String example,
            String source) {}

    /** All codes by topic: the file, the row, the customer, the accounts, and last what cannot be read at all. */
    public static RuleBook read() {
        RuleBook book = new RuleBook();
        Properties examples = examples();
        Set<String> adjustable = Rules.adjustable();
        for (Rule rule : Rules.all()) {
            book.add(rule, adjustable.contains(rule.code()), examples);
        }
        for (Defect defect : Defect.values()) {
            book.add(new DefectRule(defect), false, examples);
        }
        return book;
    }

    public List<Entry> all() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** A code that both reading and checking find, such as a control character, is told once. */
    private void add(Rule rule, boolean adjustable, Properties examples) {
        Severity production = RuleSet.production().severity(rule);
        Severity sandbox = RuleSet.sandbox().severity(rule);
        if (production == null || sandbox == null) {
            throw new IllegalStateException(rule.code() + " is switched off in a rule set as it is shipped");
        }
        entries.putIfAbsent(
                rule.code(),
                new Entry(
                        rule.code(),
                        rule.ruleClass(),
                        production,
                        sandbox,
                        adjustable,
                        rule.message(),
                        rule.hint(),
                        examples.getProperty(rule.code()),
                        rule.source()));
    }

    private static Properties examples() {
        Properties examples = new Properties();
        try (InputStream stream = RuleBook.class.getResourceAsStream("rule-examples.properties")) {
            if (stream != null) {
                examples.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the examples of rules cannot be read", e);
        }
        return examples;
    }

    /** A record that cannot be read, told as a rule. */
    private record DefectRule(Defect defect) implements Rule {

        @Override
        public String code() {
            return defect.name();
        }

        @Override
        public RuleClass ruleClass() {
            return RuleClass.HARD;
        }

        @Override
        public String message() {
            return switch (defect) {
                case QUOTE_BROKEN -> "Text follows a closed quote where a delimiter or a line end must stand";
                case QUOTE_UNCLOSED -> "A quote is opened and never closed";
                case RECORD_TOO_LONG -> "A row has at most 1 MiB";
                case FIELD_TOO_LONG -> "A field has at most 64 KiB";
                case CONTROL_CHARACTER -> "Text never holds a NUL byte";
                case EMPTY_ROW -> "The row has no values";
                case COLUMN_COUNT -> "A row has as many fields as the header has columns";
                case COLUMN_UNNAMED -> "A value stands in a column that has no name in the header";
                case ENCODING -> "The bytes of a row are valid in the character set of the file";
            };
        }

        @Override
        public String hint() {
            return defect.hint();
        }

        @Override
        public String source() {
            return switch (defect) {
                case QUOTE_BROKEN, QUOTE_UNCLOSED, COLUMN_COUNT -> "RFC 4180, section 2";
                case RECORD_TOO_LONG, FIELD_TOO_LONG -> "gridload's limits, so that memory does not grow";
                case CONTROL_CHARACTER, EMPTY_ROW, COLUMN_UNNAMED, ENCODING ->
                    "Grid, configuring customers: CSV Upload Best Practices";
            };
        }
    }
}
