package dev.gridload.cli;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.account.PublishedField;
import dev.gridload.account.PublishedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an account type asks for, column by column. */
final class TypePage {

    private final AccountType type;

    TypePage(AccountType type) {
        this.type = type;
    }

    String text() {
        StringBuilder text = new StringBuilder(type.wireName());
        text.append(type.currency() == null ? "" : "  (" + type.currency() + ")")
                .append('\n');
        for (AccountColumn column : type.columns()) {
            text.append("  ")
                    .append(column.name())
                    .append(column.required() ? ", required" : ", optional")
                    .append(inJson(column))
                    .append(asked(column))
                    .append('\n');
        }
        if (type instanceof PublishedType published) {
            if (!published.groups().isEmpty()) {
                text.append("  Needed: ")
                        .append(published.onlyOne() ? "only one of " : "")
                        .append(published.choice())
                        .append('\n');
            }
            if (!published.beneficiary().isEmpty()) {
                text.append("  Grid is told of its owner: ")
                        .append(String.join(
                                ", ", published.beneficiary().stream().sorted().toList()))
                        .append('\n');
            }
        }
        return text.append("  A row: gridload template ")
                .append(type instanceof PublishedType ? "--profile openapi " : "")
                .append(type.wireName())
                .append('\n')
                .toString();
    }

    Map<String, @Nullable Object> document() {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (AccountColumn column : type.columns()) {
            PublishedField field = fieldOf(column);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("column", column.name());
            entry.put("required", column.required());
            if (field != null) {
                entry.put("form", field.form().words());
                entry.put("pattern", field.form().pattern().pattern());
                entry.put("example", field.example());
            }
            columns.add(entry);
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("command", "rules");
        document.put("accountType", type.wireName());
        document.put("currency", type.currency());
        document.put("columns", columns);
        return document;
    }

    private static String inJson(AccountColumn column) {
        boolean renamed = column.isOfAccountInfo() && !column.wireName().equals(column.name());
        return renamed ? " (" + column.wireName() + " in JSON)" : "";
    }

    private String asked(AccountColumn column) {
        PublishedField field = fieldOf(column);
        if (field == null) {
            return "";
        }
        String rules = String.join(
                ", ",
                field.rules().stream()
                        .map(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
        return ": " + field.form().words() + (rules.isEmpty() ? "" : "; checked as " + rules)
                + (field.example().isEmpty() ? "" : "; for example " + field.example());
    }

    private @Nullable PublishedField fieldOf(AccountColumn column) {
        return type instanceof PublishedType published
                ? published.fields().stream()
                        .filter(field -> field.column().equals(column))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
