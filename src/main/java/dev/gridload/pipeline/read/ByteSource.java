package dev.gridload.pipeline.read;

/** Bytes that can be read again from any place that was read once. */
interface ByteSource {

    /**
     * Reads up to {@code length} bytes that begin at {@code position}.
     *
     * @return how many bytes were read, at least 1; -1 where nothing follows
     * @throws InputProblem if the bytes cannot be read
     */
    int read(long position, byte[] target, int offset, int length);
}
