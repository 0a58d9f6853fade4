package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.job.JobDefinition.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    @TempDir
    Path folder;

    @Test
    void readsRenamesConstantsAndValuesAsText() throws IOException {
        assertThat(read("""
                renames: {Kunden-Nr.: platformCustomerId}
                constants: {country: NO, postalCode: 007}
                values:
                  customerType: {1: INDIVIDUAL, "": BUSINESS}
                """))
                .isEqualTo(new Mapping(
                        Map.of("Kunden-Nr.", "platformCustomerId"),
                        Map.of("country", "NO", "postalCode", "007"),
                        Map.of("customerType", Map.of("1", "INDIVIDUAL", "", "BUSINESS"))));
    }

    @Test
    void reportsEveryMistake() {
        assertThatThrownBy(() -> read("""
                renames:
                  a: fullName
                  b: fullName
                  c: nickname
                constants:
                  fullName: X
                  city:
                values:
                  country: MX
                  staat: {USA: US}
                  state:
                    TX: [1]
                    ? [x]
                    : y
                columns: {}
                """)).hasMessage(folder.resolve("mapping.yaml") + """
                        : 9 mistakes
                          line 3, column 3: renames.b: the column fullName is already filled from "a". \
                        Fill a Grid column from one source only.
                          line 4, column 3: renames.c: "nickname" is not a Grid column. \
                        Run gridload template for the columns there are.
                          line 6, column 3: constants.fullName: the column is also filled by renames. Keep one of the two.
                          line 7, column 3: constants.city: has no value. Write one, or remove the line.
                          line 9, column 12: values.country: holds a single value where a section is needed. \
                        Write its keys below it, indented, one to a line.
                          line 10, column 3: values.staat: "staat" is not a Grid column. Did you mean "state"?
                          line 12, column 9: values.state.TX: holds a list where a single value is needed. \
                        Write TX: and the value on one line.
                          line 13, column 7: values.state: a key is not a word. Write key: value.
                          line 15, column 1: columns: there is no such key. Keys here: renames, constants, values.""");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            constants:\\n\\tcity: X          | line 2, column 1: a tab stands where only spaces may. Replace it by spaces.
            constants: a: b                  | line 1, column 13: a second ":" stands on this line, or the line above has no key. Put quotes around a value that contains a colon; check the indentation.
            constants: "a                    | line 1, column 14: a quote is opened and never closed. Add the closing quote.
            constants: {city: X              | line 1, column 20: a [ or { is opened and never closed. Close it, or put quotes around the value.
            constants: *x                    | line 1, column 12: a value begins with * and names nothing. Put quotes around it: "*.csv".
            constants: *.csv                 | line 1, column 13: a value begins with * or & and is not quoted. Put quotes around it: "*.csv".
            constants:\\n  city: X\\n state: Y | line 3, column 2: the indentation does not fit the lines above. Begin every key of a section in the same column.
            constants: %x                    | line 1, column 12: a value begins with a character that needs quotes. Put quotes around the value.
            constants: @x                    | line 1, column 12: a value begins with a character that needs quotes. Put quotes around the value.
            constants:\\ncity\\n              | line 3, column 1: a line has no ":" after its key. Write key: value.
            constants: {}\\n---\\na: b         | line 2, column 1: a second document begins here. Keep one job in one file.
            constants: {city: \\007}        | the file holds a control character. Save it as plain text.
            a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}} | the sections are nested too deeply. A job file needs three levels at most.
            constants: !!java.net.URL x      | line 1, column 12: a tag such as !!name stands before the value. Remove the tag.
            constants: {city: !!java.net.URL [x]} | line 1, column 19: a tag such as !!name stands before the value. Remove the tag.
            constants: {city: !x y}          | line 1, column 19: constants.city: a tag such as !!name stands before the value. Remove the tag.
            """)
    void explainsSyntaxWithoutJargon(String yaml, String mistake) {
        assertThatThrownBy(() -> read(yaml.translateEscapes()))
                .isInstanceOf(JobFileProblem.class)
                .hasNoCause()
                .hasMessage(folder.resolve("mapping.yaml") + ": 1 mistake\n  " + mistake);
    }

    @Test
    void survivesAFileThatExplodes() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 30; level++) {
            String below = "*a" + (level - 1);
            yaml.append("a%d: &a%d [%s, %s, %s]\n".formatted(level, level, below, below, below));
        }

        assertThatThrownBy(() -> read(yaml.toString()))
                .hasMessageEndingWith("too many references to other parts of the file. Write the values out.");
    }

    private Mapping read(String yaml) throws IOException {
        return MappingFile.read(Files.writeString(folder.resolve("mapping.yaml"), yaml), GridColumns.ALL);
    }
}
