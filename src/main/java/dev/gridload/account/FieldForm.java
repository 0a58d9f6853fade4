package dev.gridload.account;

import java.util.regex.Pattern;

/**
 * The form that Grid's published API asks of a value.
 *
 * @param pattern of the whole value
 * @param words the same for people, for example {@code 9 digits}
 */
public record FieldForm(Pattern pattern, String words) {

    public boolean fits(CharSequence value) {
        return pattern.matcher(value).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldForm form && form.pattern.pattern().equals(pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }
}
