package dev.gridload.pipeline.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** The bytes of a spooled input. */
final class FileSource implements ByteSource, Closeable {

    private final String name;
    private final FileChannel channel;

    FileSource(SpooledInput input) {
        name = input.name();
        try {
            channel = FileChannel.open(input.file(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
        try {
            return channel.read(ByteBuffer.wrap(target, offset, length), position);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }
}
