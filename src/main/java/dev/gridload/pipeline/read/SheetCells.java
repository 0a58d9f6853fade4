package dev.gridload.pipeline.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a sheet into text, and remembers what people should know about them. */
final class SheetCells {

    private final String file;
    private final String sheet;
    private final SheetDates dates;
    private final Map<Integer, String> numbers = new TreeMap<>();
    private final Map<Integer, String> padded = new TreeMap<>();
    private List<String> header = List.of();
    private @Nullable String firstFormula;

    SheetCells(String file, String sheet, boolean date1904) {
        this.file = file;
        this.sheet = sheet;
        this.dates = new SheetDates(date1904);
    }

    static boolean isFilled(@Nullable Cell cell) {
        return cell != null && cell.getRawValue() != null && !cell.getRawValue().isBlank();
    }

    /** The values of a row up to its last one; none for an empty row. */
    List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (Cell cell : row) {
            values.add(cell == null ? "" : text(cell));
        }
        while (!values.isEmpty() && values.get(values.size() - 1).isBlank()) {
            values.remove(values.size() - 1);
        }
        if (header.isEmpty()) {
            header = List.copyOf(values);
        }
        return values;
    }

    /** To be asked after the last row. */
    List<String> notes(List<String> hidden) {
        List<String> notes = new ArrayList<>();
        notes.add("read sheet \"" + sheet + "\" of the workbook");
        if (!hidden.isEmpty()) {
            notes.add("hidden and not read: sheet " + String.join(", ", hidden));
        }
        if (!numbers.isEmpty()) {
            notes.add(columns(numbers, "holds", "hold")
                    + " numbers, not text: leading zeros are lost, and so are digits" + " after the 15th");
        }
        if (!padded.isEmpty()) {
            notes.add(columns(padded, "holds", "hold")
                    + " numbers that the sheet shows with leading zeros; they are read as shown");
        }
        if (firstFormula != null) {
            notes.add("cell " + firstFormula + " holds a formula; of formulas, the last result is read");
        }
        return notes;
    }

    private String text(Cell cell) {
        if (cell.getFormula() != null) {
            noteFormula(cell);
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        String raw = cell.getRawValue();
        return raw == null ? "" : EscapedText.decode(raw);
    }

    private void noteFormula(Cell cell) {
        if (firstFormula == null) {
            firstFormula = cell.getAddress().toString();
        }
        if (cell.getRawValue() == null && cell.getType() == CellType.FORMULA) {
            throw new InputProblem(
                    InputProblem.Code.SHEET_UNCALCULATED,
                    file,
                    cell.getAddress().getRow() + 1L,
                    "the formula in cell " + cell.getAddress() + " has no result in the file",
                    "Open the workbook in a spreadsheet program and save it, or replace the formulas with their values");
        }
    }

    private String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        String date = dates.text(number, cell.getDataFormatId(), format);
        if (date != null) {
            return date;
        }
        String plain = SheetNumber.text(number);
        int column = cell.getColumnIndex();
        if (format != null && format.matches("0{2,40}") && plain.matches("[0-9]+")) {
            padded.putIfAbsent(column, name(column));
            return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
        }
        if (!header.isEmpty()) {
            numbers.putIfAbsent(column, name(column));
        }
        return plain;
    }

    private String name(int column) {
        return column < header.size() && !header.get(column).isBlank()
                ? header.get(column).strip()
                : String.valueOf(column + 1);
    }

    private static String columns(Map<Integer, String> columns, String one, String several) {
        String names = columns.values().stream().collect(Collectors.joining(", "));
        return columns.size() == 1
                ? String.format(Locale.ROOT, "column %s %s", names, one)
                : String.format(Locale.ROOT, "columns %s %s", names, several);
    }
}
