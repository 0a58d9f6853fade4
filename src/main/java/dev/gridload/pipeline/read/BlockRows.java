package dev.gridload.pipeline.read;

import dev.gridload.customer.Problem;
import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
import dev.gridload.customer.SourceRow;
import java.io.CharArrayReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks for one thread at a time: finds the records again and sets the defective ones aside. A record without a quoted
 * field is cut where the scanner found its delimiters; Commons CSV parses the others, a group in one go, each checked against the
 * place and the number of fields that the scanner found.
 */
final class BlockRows implements Closeable {

    /** As much of a broken record as fits into a cell of a spreadsheet. */
    private static final int SHOWN = 32_000;

    /** A parser for each record would be dear, and all rows of a block as objects would fill the memory. */
    private static final int GROUP = 64;

    private static final int NOT_PARSED = -1;
    private static final byte QUOTE = '"';

    private final SpooledInput input;
    private final FileSource source;
    private final RecordScanner record;
    private final RecordCheck check;
    private final RecordBytes bytes;
    private final PlainRecord plain;
    private final RecordText decoded;
    private final SoundText text;
    private final CSVFormat format;
    private final List<SourceRow> group = new ArrayList<>(GROUP);
    /** By row of the group, where its record begins in the text; {@link #NOT_PARSED} where it is not there. */
    private final int[] places = new int[GROUP];

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

    /** Tells the rows that need more than a glance, in file order. */
    void read(Block block, BlockReader.Glance glance, Consumer<SourceRow> rows) {
        int records = 0;
        forget();
        record.startAt(block.offset(), block.firstLine());
        while (glance.isFor(records) ? record.next(block.end()) : record.skip(block.end())) {
            int inBlock = records++;
            requireIn(block, inBlock);
            if (!glance.isFor(inBlock)) {
                continue;
            }
            long row = block.firstRow() + inBlock;
            Problem defect = check.problem(record, row);
            if (defect == null && glance.suffices(bytes.at(row))) {
                continue;
            }
            if (group.size() == GROUP) {
                tell(rows);
            }
            take(row, defect);
        }
        if (records != block.records()) {
            throw InputProblem.changed(input.name());
        }
        tell(rows);
    }

    /** Before anybody is told of it: whoever asked has room for so many rows. */
    private void requireIn(Block block, int place) {
        if (place >= block.records()) {
            throw InputProblem.changed(input.name());
        }
    }

    private void take(long row, @Nullable Problem defect) {
        places[group.size()] = NOT_PARSED;
        if (defect != null) {
            group.add(new SourceRow(row, record.line(), List.of(), defect));
        } else if (!hasQuotedField() && (record.isAscii() || decoded.take(record, row))) {
            RowView view = record.isAscii() ? plain : decoded;
            group.add(new SourceRow(row, record.line(), values(view), null));
        } else {
            int place = text.length();
            int undecodable = text.append(record);
            if (undecodable < 0) {
                places[group.size()] = place;
            }
            Problem broken = undecodable < 0 ? null : check.undecodable(record, row, undecodable);
            group.add(new SourceRow(row, record.line(), List.of(), broken));
        }
    }

    /** Only a field that begins with a quote is quoted; RFC 4180, section 2.5. */
    private boolean hasQuotedField() {
        for (int i = 0; i < record.filled(); i++) {
            if (record.bytes()[record.fieldStart(record.filled(i))] == QUOTE) {
                return true;
            }
        }
        return false;
    }

    private List<String> values(RowView view) {
        String[] values = new String[input.header().names().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = view.field(i).toString();
        }
        return List.of(values);
    }

    private void forget() {
        group.clear();
        text.clear();
    }

    private void tell(Consumer<SourceRow> rows) {
        if (text.length() > 0) {
            parse();
        }
        group.forEach(rows);
        forget();
    }

    /** Every record in file order. */
    void visit(Block block, RowVisitor visitor) {
        int records = 0;
        record.startAt(block.offset(), block.firstLine());
        while (record.next(block.end())) {
            requireIn(block, records);
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

    private void parse() {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new CharArrayReader(text.chars(), 0, text.length()))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> parsed = parser.iterator();
            for (int i = 0; i < group.size(); i++) {
                if (places[i] != NOT_PARSED) {
                    SourceRow row = group.get(i);
                    group.set(i, new SourceRow(row.row(), row.line(), values(parsed, places[i]), null));
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
