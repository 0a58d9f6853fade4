package dev.gridload.pipeline.read;

import dev.gridload.customer.Problem;
import dev.gridload.customer.RowVisitor;
import dev.gridload.customer.SourceRow;
import java.io.CharArrayReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads blocks for one thread at a time: finds the records again, sets the defective ones aside and has Commons CSV parse
 * the others in one go, each checked against the place and the number of fields that the scanner found.
 */
final class BlockRows implements Closeable {

    /** As much of a broken record as fits into a cell of a spreadsheet. */
    private static final int SHOWN = 32_000;

    private final SpooledInput input;
    private final FileSource source;
    private final RecordScanner record;
    private final RecordCheck check;
    private final RecordBytes bytes;
    private final PlainRecord plain;
    private final RecordText decoded;
    private final SoundText text;
    private final CSVFormat format;

    BlockRows(SpooledInput input, Limits limits) {
        this.input = input;
        source = new FileSource(input);
        record = new RecordScanner(
                source, input.dialect().delimiter(), input.dialect().sheet(), limits);
        check = new RecordCheck(input.header(), input.dialect(), limits);
        bytes = new RecordBytes(record, input.dialect().charset());
        plain = new PlainRecord(bytes, input.dialect().columns());
        decoded = new RecordText(input.dialect().columns(), input.dialect().charset());
        text = new SoundText(input.dialect().charset());
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(input.dialect().delimiter())
                .get();
    }

    /** The rows that need more than a glance. */
    List<SourceRow> read(Block block, BlockReader.Glance glance) {
        List<SourceRow> rows = new ArrayList<>();
        int[] places = new int[16];
        int records = 0;
        text.clear();
        record.startAt(block.offset(), block.firstLine());
        while (glance.isFor(records) ? record.next(block.end()) : record.skip(block.end())) {
            int inBlock = records++;
            if (!glance.isFor(inBlock)) {
                continue;
            }
            long row = block.firstRow() + inBlock;
            Problem defect = check.problem(record, row);
            if (defect == null && glance.suffices(bytes.at(row))) {
                continue;
            }
            int place = text.length();
            if (defect == null) {
                int undecodable = text.append(record);
                defect = undecodable < 0 ? null : check.undecodable(record, row, undecodable);
            }
            if (rows.size() == places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[rows.size()] = place;
            rows.add(new SourceRow(row, record.line(), List.of(), defect));
        }
        if (records != block.records()) {
            throw InputProblem.changed(input.name());
        }
        parse(rows, places);
        return rows;
    }

    /** Every record in file order. */
    void visit(Block block, RowVisitor visitor) {
        int records = 0;
        record.startAt(block.offset(), block.firstLine());
        while (record.next(block.end())) {
            long row = block.firstRow() + records++;
            if (check.problem(record, row) != null) {
                visitor.defective(row, shown());
            } else if (record.isAscii()) {
                bytes.at(row);
                visitor.row(plain);
            } else if (decoded.take(record, row)) {
                visitor.row(decoded);
            } else {
                visitor.defective(row, shown());
            }
        }
        if (records != block.records()) {
            throw InputProblem.changed(input.name());
        }
    }

    /** The text of a record that is no row, from the file: where it is over-long, memory does not have it. */
    private String shown() {
        byte[] bytes = new byte[(int) Math.min(record.length(), SHOWN)];
        int read = 0;
        while (read < bytes.length) {
            int more = source.read(record.start() + read, bytes, read, bytes.length - read);
            if (more < 0) {
                throw InputProblem.changed(input.name());
            }
            read += more;
        }
        return new String(bytes, input.dialect().charset());
    }

    private void parse(List<SourceRow> rows, int[] places) {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new CharArrayReader(text.chars(), 0, text.length()))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> parsed = parser.iterator();
            for (int i = 0; i < rows.size(); i++) {
                SourceRow row = rows.get(i);
                if (row.defect() == null) {
                    rows.set(i, new SourceRow(row.row(), row.line(), values(parsed, places[i]), null));
                }
            }
            if (parsed.hasNext()) {
                throw new IllegalStateException("The parser found more records than the scanner");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> values(Iterator<CSVRecord> parsed, long place) {
        CSVRecord next = parsed.next();
        if (next.getCharacterPosition() != place
                || next.size() != input.dialect().columns()) {
            throw new IllegalStateException(
                    "The parser and the scanner disagree where a record begins or on its fields");
        }
        List<String> values = List.of(next.values());
        int named = input.header().names().size();
        return named == values.size() ? values : values.subList(0, named);
    }

    @Override
    public void close() {
        source.close();
    }
}
