package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gridload.customer.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, written by a library as people's programs write them, and by hand where those never would. */
class WorkbookTest {

    @TempDir
    Path directory;

    @Test
    void readsTheCellsOfTheSheetAsText() throws IOException {
        SpooledInput input = spool(workbook(sheet -> {
            row(sheet, 0, "id", "name", "born", "active");
            sheet.value(1, 0, "0001");
            sheet.value(1, 1, "Zoë \"Z\", the\nfirst");
            sheet.value(1, 2, LocalDate.of(1992, 3, 25));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 3, true);
            row(sheet, 2, "0002", "Ada");
        }));
        assertThat(input.header().names()).containsExactly("id", "name", "born", "active");
        assertThat(Reading.values(Reading.rows(input)))
                .containsExactly(
                        List.of("0001", "Zoë \"Z\", the\nfirst", "1992-03-25", "TRUE"), List.of("0002", "Ada", "", ""));
        assertThat(input.notes()).containsExactly("read sheet \"Customers\" of the workbook");
        assertThat(input.dialect())
                .hasToString("delimiter=2c charset=UTF-8 bom=false original=UTF-8 columns=4 sheet=true")
                .isEqualTo(Dialect.parse(input.dialect().toString()));
    }

    @Test
    void linesAreTheRowsOfTheSheet() throws IOException {
        SpooledInput input = spool(workbook(sheet -> {
            row(sheet, 2, "id", "name");
            row(sheet, 3, "1", "two\nlines");
            row(sheet, 9, "2", "Ada");
            row(sheet, 10, "3", "Eve", "too much");
            sheet.style(11, 0).bold().set();
        }));
        List<SourceRow> rows = Reading.rows(input);
        assertThat(rows).extracting(SourceRow::line).containsExactly(4L, 10L, 11L);
        assertThat(rows.get(2).defect().message()).isEqualTo("row has 3 fields, the header has 2 columns");
    }

    @ParameterizedTest
    @CsvSource({
        "21000021, 21000021",
        "2.1000021E7, 21000021",
        "21000021.0, 21000021",
        "123456789012345, 123456789012345",
        "1.23456789012345E+14, 123456789012345",
        "0.1234567890123456, 0.1234567890123456",
        "0.5, 0.5",
        "-3, -3",
        "0, 0",
        "1E+999999999, 1E+999999999"
    })
    void writesNumbersInFull(String stored, String text) throws IOException {
        SpooledInput input = spool(xlsx("<c r=\"A2\"><v>" + stored + "</v></c>", false));
        assertThat(Reading.rows(input).get(0).values()).containsExactly(text);
        assertThat(input.notes())
                .containsExactly(
                        "read sheet \"Customers\" of the workbook",
                        "column id holds numbers, not text: leading zeros are lost, and so are digits after the 15th");
    }

    /** A spreadsheet keeps 15 digits: what stands behind them was something else. */
    @ParameterizedTest
    @CsvSource({
        "12345678901234500, 1.23456789012345E+16",
        "1.23456789012345E+16, 1.23456789012345E+16",
        "1.2345678901234567E+19, 1.2345678901234567E+19",
        "1234567890123456, 1.234567890123456E+15",
        "1E15, 1E+15",
        "-1.23456789012345E+16, -1.23456789012345E+16"
    })
    void doesNotMakeDigitsOfWhatASpreadsheetHasRounded(String stored, String text) throws IOException {
        SpooledInput input = spool(xlsx("<c r=\"A2\"><v>" + stored + "</v></c>", false));
        assertThat(Reading.rows(input).get(0).values()).containsExactly(text);
    }

    @Test
    void aNumberThatIsShownWithZerosIsReadWithThem() throws IOException {
        SpooledInput input = spool(workbook(sheet -> {
            row(sheet, 0, "id", "routingNumber");
            sheet.value(1, 0, 7);
            sheet.value(1, 1, 21000021);
            sheet.style(1, 1).format("000000000").set();
        }));
        assertThat(Reading.rows(input).get(0).values()).containsExactly("7", "021000021");
        assertThat(input.notes())
                .endsWith("column routingNumber holds numbers that the sheet shows with leading zeros; they are read as"
                        + " shown");
    }

    @ParameterizedTest
    @CsvSource({
        "33688, false, 1992-03-25",
        "32226, true, 1992-03-25",
        "33688.5, false, 1992-03-25T12:00:00",
        "1, false, 1900-01-01",
        "60, false, 1900-02-29",
        "61, false, 1900-03-01",
        "0, true, 1904-01-01",
        "0.25, false, 06:00:00",
        "-1, false, -1",
        "99999999, false, 99999999"
    })
    void writesDatesOfBothSystems(String stored, boolean date1904, String text) throws IOException {
        SpooledInput input = spool(xlsx("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>", date1904));
        assertThat(Reading.rows(input).get(0).values()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r=\"A2\" t=\"e\"><v>#N/A</v></c> | #N/A",
                "<c r=\"A2\" t=\"b\"><v>0</v></c> | FALSE",
                "<c r=\"A2\" t=\"inlineStr\"><is><t>000123</t></is></c> | 000123",
                "<c r=\"A2\" t=\"inlineStr\"><is><t>a_x000A_b_xD800__x0041_</t></is></c> | 'a\nb_xD800_A'",
            })
    void readsOtherKindsOfCells(String cell, String text) throws IOException {
        assertThat(Reading.rows(spool(xlsx(cell, false))).get(0).values()).containsExactly(text);
    }

    @Test
    void readsTheLastResultsOfFormulasAndNamesTheFirst() throws IOException {
        SpooledInput input = spool(xlsx(
                "<c r=\"A2\" t=\"str\"><f>\"0\"&amp;1</f><v>01</v></c></row><row r=\"3\">"
                        + "<c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                false));
        assertThat(Reading.values(Reading.rows(input))).containsExactly(List.of("01"), List.of("#DIV/0!"));
        assertThat(input.notes())
                .containsExactly(
                        "read sheet \"Customers\" of the workbook",
                        "cell A2 holds a formula; of formulas, the last result is read");
    }

    @Test
    void refusesAFormulaWithoutAResult() throws IOException {
        assertRefused(
                xlsx("<c r=\"A2\"><f>1+1</f></c>", false),
                "SHEET_UNCALCULATED",
                "customers.csv, line 2: the formula in cell A2 has no result in the file. Open the workbook in a"
                        + " spreadsheet program and save it, or replace the formulas with their values.");
    }

    @Test
    void refusesSeveralSheetsWithDataAndNamesThem() throws IOException {
        byte[] content = workbook(sheet -> row(sheet, 0, "id"), book -> {
            row(book.newWorksheet("Old"), 0, "id");
            book.newWorksheet("Empty");
        });
        assertRefused(
                content,
                "SHEET_SEVERAL",
                "customers.csv: expected one sheet with data, but there are 2: Customers, Old."
                        + " Save the right one alone, as .xlsx or CSV UTF-8.");
    }

    @Test
    void passesOverEmptyAndHiddenSheets() throws IOException {
        byte[] content = workbook(
                sheet -> {
                    row(sheet, 0, "id");
                    row(sheet, 1, "1");
                },
                book -> {
                    book.newWorksheet("Empty");
                    Worksheet lists = book.newWorksheet("Lists");
                    lists.setVisibilityState(VisibilityState.HIDDEN);
                    row(lists, 0, "US");
                });
        assertThat(spool(content).notes())
                .containsExactly("read sheet \"Customers\" of the workbook", "hidden and not read: sheet Lists");
    }

    @Test
    void refusesAWorkbookWithoutData() throws IOException {
        assertRefused(
                workbook(sheet -> {}),
                "FILE_EMPTY",
                "customers.csv: no visible sheet of the workbook holds data."
                        + " Save the sheet with the customers; its first row must name the columns.");
    }

    @Test
    void refusesAWorkbookThatIsBroken() throws IOException {
        assertRefused(
                xlsx("<c r=\"A2\"><v>1</c>", false),
                "SHEET_UNREADABLE",
                "customers.csv: the workbook cannot be read (WFCException)."
                        + " Open it in a spreadsheet program and save the sheet as CSV UTF-8.");
    }

    @Test
    void refusesAWorkbookThatIsABomb() throws IOException {
        byte[] spaces = new byte[30_000_000];
        Arrays.fill(spaces, (byte) ' ');
        byte[] content = xlsx("<c r=\"A2\"><v>1</v></c>" + new String(spaces, StandardCharsets.US_ASCII), false);
        assertRefused(
                content,
                "CONTAINER_BOMB",
                "customers.csv: it unpacks to more than 100 times its size, as only a bomb does."
                        + " Check where the file comes from; if it is sound, unpack it yourself and give the CSV file.");
    }

    @Test
    void scansAWorkbookFromItsFile() throws IOException {
        Path file = Files.write(directory.resolve("book.xlsx"), workbook(sheet -> {
            row(sheet, 0, "id", "name");
            row(sheet, 1, "1", "Ada");
        }));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        assertThat(Reading.values(Reading.rows(input))).containsExactly(List.of("1", "Ada"));
    }

    private SpooledInput spool(byte[] content) {
        return Reading.spool(directory, content, Limits.DEFAULT);
    }

    private void assertRefused(byte[] content, String code, String message) {
        InputProblem problem = catchThrowableOfType(InputProblem.class, () -> spool(content));
        assertThat(problem).isNotNull().hasMessage(message);
        assertThat(problem.code()).hasToString(code);
        assertThat(directory).isEmptyDirectory();
    }

    private static void row(Worksheet sheet, int row, String... values) {
        for (int i = 0; i < values.length; i++) {
            sheet.value(row, i, values[i]);
        }
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        return workbook(fill, book -> {});
    }

    private static byte[] workbook(Consumer<Worksheet> fill, Consumer<Workbook> more) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(content, "Test", "1.0")) {
            fill.accept(book.newWorksheet("Customers"));
            more.accept(book);
        }
        return content.toByteArray();
    }

    /** A sheet with the header id and one row, whose cells are given in XML; style 1 is a date. */
    private static byte[] xlsx(String cells, boolean date1904) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + types
                            + "styles+xml\"/></Types>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + links + "\"><workbookPr date1904=\""
                            + (date1904 ? 1 : 0) + "\"/><sheets><sheet name=\"Customers\" sheetId=\"1\" r:id=\"r1\"/>"
                            + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + main + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
                            + "</styleSheet>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main
                            + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t>"
                            + "</is></c></row><row r=\"2\">" + cells + "</row></sheetData></worksheet>");
        }
        return content.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
