package dev.gridload.cli;

import dev.gridload.ledger.Decisions.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows as a person names them: 7, 12-40, all. */
final class RowNumbers {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,12})(?:-(\\d{1,12}))?");

    private RowNumbers() {}

    /** In a range, and by the word all, only rows that wait are meant; a single number is meant as it is. */
    static List<Long> of(List<String> words, List<Question> waiting) {
        Set<Long> rows = new TreeSet<>();
        for (String word : words) {
            Matcher range = RANGE.matcher(word);
            if (word.equals("all")) {
                waiting.forEach(question -> rows.add(question.recordNo()));
            } else if (!range.matches()) {
                throw new BadArgument(
                        "\"" + word + "\" is not a row; expected a number, a range such as 12-40, or all");
            } else if (range.group(2) == null) {
                rows.add(Long.parseLong(word));
            } else {
                long first = Long.parseLong(range.group(1));
                long last = Long.parseLong(range.group(2));
                waiting.stream()
                        .map(Question::recordNo)
                        .filter(row -> first <= row && row <= last)
                        .forEach(rows::add);
            }
        }
        if (rows.isEmpty()) {
            throw new BadArgument("none of these rows waits for a decision");
        }
        return new ArrayList<>(rows);
    }
}
