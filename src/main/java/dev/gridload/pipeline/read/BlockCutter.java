package dev.gridload.pipeline.read;

import java.util.ArrayList;
import java.util.List;

/** Gathers the records of an input into blocks. */
final class BlockCutter {

    /** Far more than rows of customers have in as many bytes; what is kept of a block has room for each of its records. */
    private static final int MOST_RECORDS = 1 << 15;

    private final String name;
    private final int blockBytes;
    private final List<Block> blocks = new ArrayList<>();
    private long records;
    private long offset;
    private long end;
    private long firstLine;
    private int inBlock;

    BlockCutter(String name, int blockBytes) {
        this.name = name;
        this.blockBytes = blockBytes;
    }

    void add(RecordScanner record) {
        if (inBlock > 0 && record.end() - offset > Integer.MAX_VALUE) {
            cut();
        }
        if (inBlock == 0) {
            offset = record.start();
            firstLine = record.line();
        }
        end = record.end();
        inBlock++;
        records++;
        if (end - offset > Integer.MAX_VALUE) {
            throw new InputProblem(
                    InputProblem.Code.RECORD_ENDLESS,
                    name,
                    record.line(),
                    "the row that begins here is longer than 2 GiB",
                    "Check that the file has line ends and is a CSV file");
        }
        if (end - offset >= blockBytes || inBlock == MOST_RECORDS) {
            cut();
        }
    }

    long records() {
        return records;
    }

    List<Block> finish() {
        if (inBlock > 0) {
            cut();
        }
        return blocks;
    }

    private void cut() {
        blocks.add(
                new Block(blocks.size() + 1, offset, (int) (end - offset), records - inBlock + 1, firstLine, inBlock));
        inBlock = 0;
    }
}
