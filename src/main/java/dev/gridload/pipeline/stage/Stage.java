package dev.gridload.pipeline.stage;

import dev.gridload.customer.Problem;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.SeenRows;
import dev.gridload.ledger.StagedRows;
import dev.gridload.ledger.Staging;
import dev.gridload.ledger.StoredBlock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * The two ends of the chunk-oriented step, whose item is a block of whole records. The reader hands out the blocks that the
 * ledger does not have, each to one of the threads that ask; where a run left off is told by the ledger alone, so nothing is
 * kept in the step's execution context.
 */
public final class Stage {

    private final Staging staging;
    private final Lease lease;
    private final Queue<StoredBlock> blocks;
    private final SeenRows seen;
    /** Megabytes each: Java would be busy clearing away what is needed again at once. */
    private final Queue<StagedRows> spare = new ConcurrentLinkedQueue<>();

    public Stage(Staging staging, Lease lease) {
        this.staging = staging;
        this.lease = lease;
        this.blocks = new ArrayDeque<>(staging.unstagedBlocks(lease.importId()));
        this.seen = seen(staging.blocks(lease.importId()));
    }

    /** Those that an earlier run has staged do not pass by again. */
    private SeenRows seen(List<StoredBlock> all) {
        return blocks.size() == all.size()
                ? SeenRows.of(all.stream().mapToLong(StoredBlock::records).sum())
                : SeenRows.none();
    }

    /** One block, checked: every record of it is here, as a row. */
    public record CheckedBlock(StoredBlock block, StagedRows rows, List<Problem> problems) {

        public CheckedBlock {
            if (rows.count() != block.records()) {
                throw new IllegalStateException("block " + block.no() + " was found to have " + block.records()
                        + " records at intake and has " + rows.count() + " now; the spooled file was changed");
            }
        }
    }

    public ItemReader<StoredBlock> reader() {
        return this::next;
    }

    /** Room for the rows of a block: that of one which is staged, where there is one. */
    public StagedRows emptyRows(StoredBlock block) {
        StagedRows used = spare.poll();
        return used == null ? new StagedRows(lease.importId(), block.records(), seen) : used;
    }

    /** Of the rows that passed through here. */
    public SeenRows seen() {
        return seen;
    }

    public ItemWriter<CheckedBlock> writer() {
        return chunk -> chunk.getItems().forEach(this::write);
    }

    private void write(CheckedBlock checked) {
        staging.stage(lease, checked.block(), checked.rows(), checked.problems());
        // Behind the last block comes the delivery, which may take hours.
        if (more()) {
            checked.rows().clear();
            spare.add(checked.rows());
        }
    }

    private synchronized boolean more() {
        return !blocks.isEmpty();
    }

    private synchronized @Nullable StoredBlock next() {
        return lease.stopRequested() ? null : blocks.poll();
    }
}
