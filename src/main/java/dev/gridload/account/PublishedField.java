package dev.gridload.account;

import java.util.List;

/**
 * One field of an account type of the published API.
 *
 * @param rules of ours that a value of the right form is held to
 * @param example an invented value; empty for a field that the example of the type leaves out
 */
public record PublishedField(AccountColumn column, FieldForm form, List<PublishedRule> rules, String example) {

    public PublishedField {
        rules = List.copyOf(rules);
    }

    public String name() {
        return column.name();
    }
}
