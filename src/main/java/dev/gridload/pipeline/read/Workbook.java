package dev.gridload.pipeline.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The one visible sheet of a workbook (.xlsx) that holds data. */
final class Workbook {

    private Workbook() {}

    /** @param archive the same file as {@code zip} */
    static Content open(String name, Path archive, ZipFile zip, long size, Inflation limits, Closeable resources)
            throws IOException {
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw new InputProblem(
                    InputProblem.Code.FILE_NOT_CSV,
                    name,
                    0,
                    "expected a CSV file, but this one seems to be an Office document that is no .xlsx workbook",
                    "Save the sheet as .xlsx or CSV UTF-8");
        }
        verify(name, zip, size, limits);
        boolean formatted = zip.getEntry("xl/styles.xml") != null;
        return SheetProblems.guard(name, () -> {
            ReadableWorkbook workbook = new ReadableWorkbook(archive.toFile(), new ReadingOptions(formatted, true));
            Closeable both = () -> {
                workbook.close();
                resources.close();
            };
            try {
                Sheet sheet = only(name, workbook);
                SheetCells cells = new SheetCells(name, sheet.getName(), workbook.isDate1904());
                Stream<Row> rows = sheet.openStream();
                return new Content(
                        new SheetText(name, rows.iterator(), cells),
                        Content.Form.SHEET,
                        () -> cells.notes(hidden(workbook)),
                        () -> {
                            rows.close();
                            both.close();
                        });
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
        });
    }

    /** Reads every part to its end, so that none is damaged or a bomb when the rows are read. */
    private static void verify(String name, ZipFile zip, long size, Inflation limits) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long total = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            try (InputStream part = VerifiedEntry.open(name, zip, entry, size, limits)) {
                for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                    total += read;
                    limits.check(name, size, total);
                }
            }
        }
    }

    private static Sheet only(String name, ReadableWorkbook workbook) throws IOException {
        List<Sheet> filled = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE && holdsData(sheet)) {
                filled.add(sheet);
            }
        }
        if (filled.isEmpty()) {
            throw new InputProblem(
                    InputProblem.Code.FILE_EMPTY,
                    name,
                    0,
                    "no visible sheet of the workbook holds data",
                    "Save the sheet with the customers; its first row must name the columns");
        }
        if (filled.size() > 1) {
            String names = filled.stream().map(Sheet::getName).collect(Collectors.joining(", "));
            throw new InputProblem(
                    InputProblem.Code.SHEET_SEVERAL,
                    name,
                    0,
                    "expected one sheet with data, but there are " + filled.size() + ": " + names,
                    "Save the right one alone, as .xlsx or CSV UTF-8");
        }
        return filled.get(0);
    }

    private static boolean holdsData(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.stream().anyMatch(SheetCells::isFilled));
        }
    }

    private static List<String> hidden(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() != SheetVisibility.VISIBLE)
                .map(Sheet::getName)
                .toList();
    }
}
