package dev.gridload.pipeline.read;

import dev.gridload.customer.RowBytes;
import dev.gridload.customer.RowVisitor;
import dev.gridload.customer.SourceRow;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Reads the rows of blocks, in any order and by any number of threads at once. */
public final class BlockReader implements AutoCloseable {

    private final SpooledInput input;
    private final Limits limits;
    // Each has its own open file: an interrupt closes the channel of the thread that it hits.
    private final ConcurrentLinkedQueue<BlockRows> idle = new ConcurrentLinkedQueue<>();

    public BlockReader(SpooledInput input) {
        this(input, Limits.DEFAULT);
    }

    BlockReader(SpooledInput input, Limits limits) {
        this.input = input;
        this.limits = limits;
    }

    /** Looks at records on their way. */
    public interface Glance {
        /** True where that is all: the record is neither decoded nor parsed then, and is not among the rows. */
        boolean suffices(RowBytes row);

        /** Whether the record at this place of its block, counted from 0, is looked at; it is not among the rows otherwise. */
        default boolean isFor(int place) {
            return true;
        }
    }

    /** Shows every record of a block, in file order. */
    public void visit(Block block, RowVisitor visitor) {
        use(reader -> reader.visit(block, visitor));
    }

    /**
     * Tells the rows of a block in file order, defective ones included.
     *
     * @throws InputProblem if the file cannot be read or has changed since the block was cut
     */
    public void rows(Block block, Consumer<SourceRow> rows) {
        rows(block, record -> false, rows);
    }

    /** The same without those for which a glance suffices. Rows are told somewhat behind the glances. */
    public void rows(Block block, Glance glance, Consumer<SourceRow> rows) {
        use(reader -> reader.read(block, glance, rows));
    }

    private void use(Consumer<BlockRows> work) {
        BlockRows reader = idle.poll();
        if (reader == null) {
            reader = new BlockRows(input, limits);
        }
        boolean usable = false;
        try {
            work.accept(reader);
            usable = true;
        } finally {
            if (usable) {
                idle.add(reader);
            } else {
                reader.close();
            }
        }
    }

    /** Closes the file. No thread may be reading. */
    @Override
    public void close() {
        for (BlockRows reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
