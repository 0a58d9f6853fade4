package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.Problem;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.SourceRow;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.BlockReader;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.Intake;
import dev.gridload.pipeline.read.SpooledInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fast path may only accept, and what it accepts is what the validator accepts without a word; and a validator for a short
 * run says what Bean Validation says, word by word.
 */
class CleanRowTest {

    private static final String[] PIECES = {
        " ", "  ", "\u00a0", "'", "\"", "=", "=\"", "\t", "\n", "\r\n", "\u0007", "\u007f", "\u0085", "-", ".", "+",
                "@", "$", "_", "/",
        "\\", ",", "0", "00", "1", "9", "O", "I", "a", "Z", "é", "Ž", "ß", "ʼ", "’", "李", "ع", "🙂", "\u200b", "\ufeff",
        "\u202e", "a\u0301", "١", "ﬁ", "×", "÷", "IBAN", "EVP", ".0", "e+17", "@@", "$$", "null"
    };

    private record Seen(Customer customer, Details details, RowKeys keys, GuidesType type) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void acceptsNothingThatTheValidatorWouldMindOrMend(long seed, @TempDir Path folder) throws IOException {
        List<SourceRow> samples = samples();
        List<String> names = header();
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder(String.join(",", names)).append('\n');
        for (int i = 0; i < 6_000; i++) {
            List<String> row =
                    new ArrayList<>(samples.get(random.nextInt(samples.size())).values());
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(row.size());
                row.set(at, changed(row, at, samples, random));
            }
            write(csv, row, random);
        }
        Path file = Files.writeString(folder.resolve("hostile.csv"), csv);

        Set<GuidesType> accepted = compare(file, RequiredFields.NONE);

        assertThat(accepted).containsExactlyInAnyOrder(GuidesType.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsLettersAndLineBreaksAndQuotesAsTheValidatorDoes(String charset, @TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder(String.join(",", header())).append('\n');
        Random random = new Random(6);
        int name = header().indexOf("fullName");
        int street = header().indexOf("addressLine1");
        int good = 0;
        for (SourceRow row : samples()) {
            List<String> values = new ArrayList<>(row.values());
            values.set(name, values.get(name).isEmpty() ? "" : "Zo\u00eb M\u00fcller-O'Neill");
            values.set(street, "12 \"R\u00fce\"\r\nHinterhaus\n3, 4");
            write(csv, values, random);
            good++;
        }
        Path file = Files.write(folder.resolve("letters.csv"), csv.toString().getBytes(Charset.forName(charset)));

        assertThat(Intake.scan(file, InputOptions.detect()).dialect().charset()).isEqualTo(Charset.forName(charset));
        assertThat(good).isGreaterThan(100);
        assertThat(compare(file, RequiredFields.NONE)).containsExactlyInAnyOrder(GuidesType.values());
    }

    /** RFC 4180 knows no such quote, but people write inches and nicknames so. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void keepsQuotesInTheMiddleOfAFieldWithoutQuotes(String charset, @TempDir Path folder) throws IOException {
        int street = header().indexOf("addressLine1");
        StringBuilder csv = new StringBuilder(String.join(",", header())).append('\n');
        for (int i = 0; i < 100; i++) {
            List<String> values = new ArrayList<>(samples().get(0).values());
            values.set(street, "Caf\u00e9 5\" n\u00f1");
            csv.append(String.join(",", values)).append('\n');
        }
        Path file = Files.write(folder.resolve("inches.csv"), csv.toString().getBytes(Charset.forName(charset)));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        Validator validator = new Validator(Mapping.of(input.header()), RuleSet.production(), TestRows.CLOCK);
        CleanRow clean = validator.cleanRow();
        List<String> streets = new ArrayList<>();

        try (BlockReader reader = new BlockReader(input)) {
            reader.rows(
                    input.blocks().get(0),
                    row -> {
                        boolean accepted = clean.accepts(row);
                        if (accepted) {
                            streets.add(clean.customer().value(Column.ADDRESS_LINE_1));
                        }
                        return accepted;
                    },
                    row -> {});
        }

        assertThat(streets).hasSize(100).containsOnly("Caf\u00e9 5\" n\u00f1");
    }

    /** A byte that is no UTF-8 is looked for in columns that nobody reads, too: the row cannot be given back as it was. */
    @Test
    void leavesARowThatIsNoTextToTheReader(@TempDir Path folder) throws IOException {
        SourceRow row = samples().get(0);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.writeBytes((String.join(",", header()) + ",remark\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder();
            write(line, row.values(), new Random(7));
            line.setLength(line.length() - 1);
            csv.writeBytes((line + ",caf\u00e9").getBytes(StandardCharsets.UTF_8));
            if (i == 150) {
                csv.write(0xE9);
            }
            csv.write('\n');
        }
        Path file = Files.write(folder.resolve("remark.csv"), csv.toByteArray());

        SpooledInput input = Intake.scan(file, InputOptions.detect());
        Validator validator = new Validator(Mapping.of(input.header()), RuleSet.production(), TestRows.CLOCK);
        CleanRow clean = validator.cleanRow();
        try (BlockReader reader = new BlockReader(input)) {
            List<SourceRow> rows = new ArrayList<>();
            reader.rows(input.blocks().get(0), clean::accepts, rows::add);
            assertThat(rows).hasSizeLessThan(100);
            assertThat(rows)
                    .filteredOn(each -> each.row() == 151)
                    .singleElement()
                    .satisfies(bad -> assertThat(bad.defect())
                            .isNotNull()
                            .satisfies(defect -> assertThat(defect.code()).isEqualTo("ENCODING")));
        }
    }

    @Test
    void asksForWhatGridRequires(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder(String.join(",", header())).append('\n');
        samples().forEach(row -> write(csv, row.values(), new Random(5)));
        Path file = Files.writeString(folder.resolve("plain.csv"), csv);
        RequiredFields email = new RequiredFields(Map.of("USD", Set.of("EMAIL"), "EUR", Set.of("PHONE_NUMBER")));

        Set<GuidesType> accepted = compare(file, email);

        assertThat(accepted).contains(GuidesType.PIX).doesNotContain(GuidesType.IBAN);
    }

    @Test
    void takesConstantsWhereARowHasNoValueOfItsOwn(@TempDir Path folder) throws IOException {
        List<String> names = new ArrayList<>(header());
        names.set(names.indexOf("addressLine1"), "Anschrift");
        StringBuilder csv = new StringBuilder(String.join(",", names)).append('\n');
        Random random = new Random(8);
        for (SourceRow row : samples()) {
            List<String> values = new ArrayList<>(row.values());
            for (String column : List.of("description", "bankName", "country")) {
                values.set(names.indexOf(column), random.nextBoolean() ? "" : values.get(names.indexOf(column)));
            }
            write(csv, values, random);
        }
        Path file = Files.writeString(folder.resolve("constants.csv"), csv);
        Map<String, Column> renames = Map.of("Anschrift", Column.ADDRESS_LINE_1);
        Map<Column, String> good = Map.of(Column.COUNTRY, "US", Column.DESCRIPTION, "of 2026");
        Map<Column, String> untidy = Map.of(Column.COUNTRY, "US", Column.BANK_NAME, " First Bank ");

        assertThat(compare(file, RequiredFields.NONE, new ColumnPlan(renames, good, Map.of())))
                .contains(GuidesType.UPI, GuidesType.US_ACCOUNT);
        assertThat(compare(file, RequiredFields.NONE, new ColumnPlan(renames, untidy, Map.of())))
                .contains(GuidesType.CLABE, GuidesType.US_ACCOUNT)
                .doesNotContain(GuidesType.UPI);
    }

    @Test
    void leavesTheWordsOfAnotherSystemToTheValidator() {
        ColumnPlan words = new ColumnPlan(Map.of(), Map.of(), Map.of(Column.COUNTRY, Map.of("USA", "US")));
        Mapping mapping = Mapping.of(TestRows.individual().header(), words);

        assertThat(new Validator(mapping, RuleSet.production(), TestRows.CLOCK).cleanRow())
                .isNull();
    }

    /** Every row on every road; the types of what was accepted at a glance. */
    private static Set<GuidesType> compare(Path file, RequiredFields required) {
        return compare(file, required, ColumnPlan.NONE);
    }

    private static Set<GuidesType> compare(Path file, RequiredFields required, ColumnPlan plan) {
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        Mapping mapping = Mapping.of(input.header(), plan);
        Validator validator = new Validator(mapping, RuleSet.production(), required, Scope.UPLOAD, TestRows.CLOCK);
        Validator direct = Validator.forShortRun(mapping, RuleSet.production(), required, Scope.UPLOAD, TestRows.CLOCK);
        CleanRow clean = validator.cleanRow();
        Set<GuidesType> accepted = EnumSet.noneOf(GuidesType.class);
        Map<Long, Seen> seen = new HashMap<>();
        try (BlockReader reader = new BlockReader(input)) {
            for (Block block : input.blocks()) {
                List<SourceRow> rows = new ArrayList<>();
                reader.rows(
                        block,
                        record -> {
                            boolean good = clean.accepts(record);
                            if (good) {
                                seen.put(
                                        record.row(),
                                        new Seen(
                                                clean.customer(),
                                                clean.details(),
                                                RowKeys.of(clean, clean.accountType()),
                                                clean.accountType()));
                            }
                            return good;
                        },
                        row -> {});
                reader.rows(block, rows::add);
                for (SourceRow row : rows) {
                    assertThat(problems(direct.validate(row)))
                            .as("%s", row.values())
                            .isEqualTo(problems(validator.validate(row)));
                    Seen fast = seen.get(row.row());
                    if (fast != null) {
                        Verdict verdict = validator.validate(row);
                        assertThat(verdict).as("%s", row.values()).isInstanceOf(Verdict.Accepted.class);
                        Verdict.Accepted slow = (Verdict.Accepted) verdict;
                        assertThat(slow.warnings()).as("%s", row.values()).isEmpty();
                        assertThat(fast.customer()).isEqualTo(slow.customer());
                        for (Column column : Column.values()) {
                            assertThat(fast.details().value(column))
                                    .isEqualTo(slow.details().value(column));
                        }
                        assertThat(fast.keys()).isEqualTo(RowKeys.of(slow.customer()));
                        if (fast.type() != null) {
                            accepted.add(fast.type());
                        }
                    }
                }
            }
        }
        return accepted;
    }

    private static List<Problem> problems(Verdict verdict) {
        return verdict instanceof Verdict.Accepted accepted
                ? accepted.warnings()
                : ((Verdict.Rejected) verdict).problems();
    }

    private static String changed(List<String> row, int at, List<SourceRow> samples, Random random) {
        String value = row.get(at);
        int place = random.nextInt(value.length() + 1);
        String piece = PIECES[random.nextInt(PIECES.length)];
        return switch (random.nextInt(7)) {
            case 0 -> value.substring(0, place) + piece + value.substring(place);
            case 1 -> value.isEmpty() ? piece : value.substring(0, Math.max(0, place - 1)) + value.substring(place);
            case 2 -> "";
            case 3 -> samples.get(random.nextInt(samples.size())).values().get(at);
            case 4 -> row.get(random.nextInt(row.size()));
            case 5 -> random.nextBoolean() ? value.toLowerCase(Locale.ROOT) : value.toUpperCase(Locale.ROOT);
            default -> {
                char[] digits = value.toCharArray();
                for (int i = 0; i < digits.length; i++) {
                    if (digits[i] >= '0' && digits[i] <= '9' && random.nextInt(6) == 0) {
                        digits[i] = (char) ('0' + random.nextInt(10));
                    }
                }
                yield new String(digits);
            }
        };
    }

    /** Quoted where it must be, and now and then where it need not. */
    private static void write(StringBuilder csv, List<String> row, Random random) {
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            boolean quote = random.nextInt(20) == 0 || value.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
            csv.append(i == 0 ? "" : ",").append(quote ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
        }
        csv.append('\n');
    }

    private static List<SourceRow> samples() {
        SpooledInput input = Intake.scan(Path.of("sample-data/customers.csv"), InputOptions.detect());
        List<SourceRow> rows = new ArrayList<>();
        try (BlockReader reader = new BlockReader(input)) {
            input.blocks().forEach(block -> reader.rows(block, rows::add));
        }
        assertThat(rows).hasSizeGreaterThan(150);
        rows.removeIf(row -> row.defect() != null);
        return rows;
    }

    private static List<String> header() {
        return Intake.scan(Path.of("sample-data/customers.csv"), InputOptions.detect())
                .header()
                .names();
    }
}
