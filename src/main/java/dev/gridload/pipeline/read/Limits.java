package dev.gridload.pipeline.read;

/**
 * How much is read at most; beyond it a record fails alone, whatever its size, and memory stays as it is.
 *
 * @param fieldBytes longest field as it stands in the file
 * @param recordBytes longest record without its line end
 * @param columns most columns of a header
 * @param readBytes how much is read at a time
 * @param blockBytes size at which a block is cut
 */
record Limits(int fieldBytes, int recordBytes, int columns, int readBytes, int blockBytes) {

    static final int BLOCK_BYTES = 2 << 20;

    static final Limits DEFAULT = new Limits(64 << 10, 1 << 20, 512, 1 << 20, BLOCK_BYTES);

    Limits {
        if (fieldBytes < 1 || recordBytes < 1 || columns < 1 || readBytes < 1 || blockBytes < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }

    Limits withBlockBytes(int size) {
        return new Limits(fieldBytes, recordBytes, columns, readBytes, size);
    }
}
