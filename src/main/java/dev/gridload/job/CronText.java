package dev.gridload.job;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Checks a cron text: 5 fields (minute, hour, day, month, weekday) or 6 with the second first. A field is {@code *}, a
 * number, a range, a step or a list of these; months and weekdays may be names; Sunday is 0 or 7. A text that no date can
 * ever fulfil, such as 31 February, is wrong too.
 */
final class CronText {

    static final Expected<String> EXPECTED = new Expected<>(
            "a cron text of 5 or 6 fields (minute hour day month weekday) that some date fulfils",
            "\"30 2 * * MON-FRI\"",
            CronText::checked);

    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final Field CLOCK = new Field(0, 59, List.of());
    private static final Field HOUR = new Field(0, 23, List.of());
    private static final Field DAY = new Field(1, 31, List.of());
    private static final Field MONTH = new Field(
            1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
    private static final Field WEEKDAY = new Field(0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private CronText() {}

    private static String checked(String text) {
        List<String> fields = new ArrayList<>(List.of(text.strip().split("\\s+")));
        if (fields.size() == 5) {
            fields.add(0, "0");
        }
        Expected.kept(fields.size() == 6, text);
        CLOCK.values(fields.get(0));
        CLOCK.values(fields.get(1));
        HOUR.values(fields.get(2));
        int firstDay = DAY.values(unspecified(fields.get(3))).nextSetBit(1);
        BitSet months = MONTH.values(fields.get(4));
        WEEKDAY.values(unspecified(fields.get(5)));
        return Expected.kept(months.stream().anyMatch(month -> firstDay <= MONTH_DAYS[month - 1]), text.strip());
    }

    private static String unspecified(String field) {
        return field.equals("?") ? "*" : field;
    }

    private record Field(int min, int max, List<String> names) {

        BitSet values(String text) {
            BitSet values = new BitSet();
            for (String part : text.split(",", -1)) {
                add(part, values);
            }
            return values;
        }

        private void add(String part, BitSet values) {
            String[] stepped = part.split("/", -1);
            String[] ends = stepped[0].split("-", -1);
            Expected.kept(stepped.length <= 2 && ends.length <= 2, part);
            boolean all = stepped[0].equals("*");
            boolean open = all || (ends.length == 1 && stepped.length == 2);
            int from = all ? min : number(ends[0]);
            int to = open ? max : number(ends[ends.length - 1]);
            int step = stepped.length == 2 ? step(stepped[1]) : 1;
            Expected.kept(from <= to && step > 0, part);
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }

        private int number(String text) {
            int named = names.indexOf(text.toUpperCase(Locale.ROOT));
            int number = named >= 0 ? named + min : step(text);
            return Expected.kept(number >= min && number <= max, number);
        }

        private static int step(String text) {
            return Integer.parseInt(Expected.kept(text.matches("[0-9]{1,3}"), text));
        }
    }
}
