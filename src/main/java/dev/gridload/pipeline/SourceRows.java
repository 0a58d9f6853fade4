package dev.gridload.pipeline;

import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
import dev.gridload.customer.SourceRow;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.BlockReader;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.FormulaCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of an input. One of our own result files is read back as its author meant it: the apostrophe that kept a cell from
 * running as a formula is taken off again.
 */
public final class SourceRows implements AutoCloseable {

    private final SpooledInput input;
    private final BlockReader reader;
    private final boolean ours;

    public SourceRows(SpooledInput input) {
        this.input = input;
        this.reader = new BlockReader(input);
        this.ours = input.header().names().stream().anyMatch(Column::ignored);
    }

    /** Tells the rows of one block, in file order, for which a glance does not suffice. May be called by several threads at once. */
    public void each(Block block, BlockReader.Glance glance, Consumer<SourceRow> rows) {
        if (ours) {
            each(block, rows);
        } else {
            reader.rows(block, glance, rows);
        }
    }

    /** Tells the rows of one block. May be called by several threads at once. */
    public void each(Block block, Consumer<SourceRow> rows) {
        reader.rows(block, ours ? row -> rows.accept(unescaped(row)) : rows);
    }

    /** Shows all records in order, without the columns that we added to an earlier result file. */
    public void visitOriginals(RowVisitor visitor) {
        List<Integer> kept = keptColumns();
        RowVisitor ofOurs = new RowVisitor() {
            @Override
            public void row(RowView row) {
                visitor.row(new OfOurs(row, kept));
            }

            @Override
            public void defective(long row, String text) {
                visitor.defective(row, text);
            }
        };
        input.blocks().forEach(block -> reader.visit(block, ours ? ofOurs : visitor));
    }

    /** A row of one of our own result files, as its author meant it. */
    private record OfOurs(RowView view, List<Integer> kept) implements RowView {
        @Override
        public long row() {
            return view.row();
        }

        @Override
        public long line() {
            return view.line();
        }

        @Override
        public CharSequence field(int place) {
            return FormulaCell.meaning(view.field(kept.get(place)).toString());
        }
    }

    /** The header without the columns that we added to an earlier result file. */
    public Header originalHeader() {
        List<String> names = input.header().names();
        return new Header(keptColumns().stream().map(names::get).toList());
    }

    @Override
    public void close() {
        reader.close();
    }

    private List<Integer> keptColumns() {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < input.header().names().size(); i++) {
            if (!Column.ignored(input.header().names().get(i))) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static SourceRow unescaped(SourceRow row) {
        List<String> values = new ArrayList<>(row.values().size());
        for (String value : row.values()) {
            values.add(FormulaCell.meaning(value));
        }
        return new SourceRow(row.row(), row.line(), values, row.defect());
    }
}
