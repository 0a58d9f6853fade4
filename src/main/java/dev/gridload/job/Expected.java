package dev.gridload.job;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a setting must be.
 *
 * @param rule completes the sentence "... is not"
 * @param example a text that keeps the rule
 * @param parse throws {@link IllegalArgumentException}, {@link ArithmeticException} or a date-time exception on any other text
 * @param shown false where a wrong text may hold a credential and must not be repeated
 */
record Expected<T>(String rule, String example, Function<String, T> parse, boolean shown) {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15}) ?(B|KB|MB|GB|KiB|MiB|GiB)");
    private static final Map<String, Long> UNITS = Map.of(
            "B",
            1L,
            "KB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30);
    private static final Pattern DURATION =
            Pattern.compile("(?=.)(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?");
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "caret", '^');

    Expected(String rule, String example, Function<String, T> parse) {
        this(rule, example, parse, true);
    }

    T read(String key, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException wrong) {
            throw new IllegalSetting(
                    key,
                    (shown ? quoted(text) : "the value") + " is not " + rule,
                    "For example: " + key + ": " + example);
        }
    }

    static <E extends Enum<E>> Expected<E> oneOf(Class<E> choices) {
        Map<String, E> byName = Arrays.stream(choices.getEnumConstants())
                .collect(Collectors.toMap(choice -> choice.name().toLowerCase(Locale.ROOT), choice -> choice));
        String names = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String first = choices.getEnumConstants()[0].name().toLowerCase(Locale.ROOT);
        return new Expected<>("one of " + names, first, text -> {
            E choice = byName.get(text);
            if (choice == null) {
                throw new IllegalArgumentException();
            }
            return choice;
        });
    }

    static Expected<Boolean> yesOrNo() {
        return new Expected<>(
                "true or false",
                "true",
                text -> kept(text.equals("true") || text.equals("false"), text.equals("true")));
    }

    static Expected<Integer> wholeNumber(int min, int max, int example) {
        String rule = String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max);
        return new Expected<>(rule, Integer.toString(example), text -> {
            int number = Integer.parseInt(digits(text));
            return kept(number >= min && number <= max, number);
        });
    }

    static Expected<BigDecimal> decimal(String max, String example) {
        return new Expected<>("a number above 0 and up to " + max, example, text -> {
            BigDecimal number = plainDecimal(text);
            return kept(number.signum() > 0 && number.compareTo(new BigDecimal(max)) <= 0, number);
        });
    }

    /** Decimal units as storage is sold (MB = 1,000,000 bytes), binary ones with an i (MiB = 1,048,576 bytes). */
    static Expected<Long> size(String min, String max, String example) {
        return new Expected<>("a size from " + min + " to " + max, example, text -> {
            long bytes = bytes(text);
            return kept(bytes >= bytes(min) && bytes <= bytes(max), bytes);
        });
    }

    static Expected<Duration> duration(String min, String max, String example) {
        return new Expected<>("a duration from " + min + " to " + max, example, text -> {
            Duration duration = span(text);
            return kept(duration.compareTo(span(min)) >= 0 && duration.compareTo(span(max)) <= 0, duration);
        });
    }

    static Expected<Charset> charset() {
        return new Expected<>("a character set known here", "windows-1252", Charset::forName);
    }

    static Expected<Character> delimiter() {
        return new Expected<>(
                "one punctuation character, or one of comma, semicolon, tab, pipe, caret", "semicolon", text -> {
                    Character named = DELIMITERS.get(text);
                    char only = named != null ? named : text.length() == 1 ? text.charAt(0) : '"';
                    boolean good = only == '\t'
                            || (only > ' ' && only < 127 && only != '"' && !Character.isLetterOrDigit(only));
                    return kept(good, only);
                });
    }

    static Expected<FailureLimit> failureLimit() {
        return new Expected<>(
                "a number of rows, or a share from 0% to 100%",
                "5%", text -> {
                    if (!text.endsWith("%")) {
                        return new FailureLimit.Rows(Long.parseUnsignedLong(digits(text)));
                    }
                    BigDecimal percent = plainDecimal(text.substring(0, text.length() - 1));
                    return kept(percent.compareTo(BigDecimal.valueOf(100)) <= 0, new FailureLimit.Percent(percent));
                });
    }

    static Expected<Path> path(String example) {
        return new Expected<>("a path", example, text -> kept(!text.isBlank(), Path.of(text)));
    }

    static Expected<String> text(String rule, String example, Pattern pattern) {
        return new Expected<>(rule, example, text -> kept(pattern.matcher(text).matches(), text));
    }

    static <V> V kept(boolean rule, V value) {
        if (!rule) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    /** Control characters never reach a terminal, and a long value is cut. */
    static String quoted(String text) {
        String shown = text.codePoints()
                .limit(80)
                .mapToObj(c -> unprintable(c) ? String.format("\\u%04X", c) : Character.toString(c))
                .collect(Collectors.joining());
        return '"' + shown + (text.codePointCount(0, text.length()) > 80 ? "..." : "") + '"';
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static BigDecimal plainDecimal(String text) {
        return new BigDecimal(kept(text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?"), text));
    }

    private static String digits(String text) {
        return kept(text.matches("[0-9]{1,18}"), text);
    }

    private static long bytes(String text) {
        Matcher size = SIZE.matcher(text);
        kept(size.matches(), text);
        return Math.multiplyExact(Long.parseLong(size.group(1)), UNITS.getOrDefault(size.group(2), 1L));
    }

    private static Duration span(String text) {
        Matcher parts = DURATION.matcher(text);
        kept(parts.matches(), text);
        return Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusSeconds(part(parts, 4));
    }

    private static long part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
