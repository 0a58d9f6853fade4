package dev.gridload.pipeline.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the bytes lie that positions are about: in a copy, or in the input itself. What is not published goes when it is closed. */
interface Destination extends Closeable {

    /** Open for reading, and for writing where bytes are copied. */
    FileChannel channel();

    /** Where the bytes are found once they are published. */
    Path file();

    /** Whether the bytes of the input must be written here. */
    boolean copies();

    /** Whether the bytes are kept and taken up again some day, so that their hash must be known. */
    boolean stays();

    /** A place for the same input in other bytes, which is published instead of this one. */
    Destination another() throws IOException;

    void publish() throws IOException;

    /** The input's own file. */
    record InPlace(Path file, FileChannel channel) implements Destination {

        static InPlace open(Path file) throws IOException {
            return new InPlace(file, FileChannel.open(file, StandardOpenOption.READ));
        }

        @Override
        public boolean copies() {
            return false;
        }

        @Override
        public boolean stays() {
            return false;
        }

        @Override
        public Destination another() throws IOException {
            return Temporary.create();
        }

        @Override
        public void publish() {}

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A file that goes with the process. */
    final class Temporary implements Destination {

        private final Path file;
        private final FileChannel channel;
        private boolean published;

        private Temporary(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        static Temporary create() throws IOException {
            Path file = Files.createTempFile("gridload-", ".csv");
            file.toFile().deleteOnExit();
            return new Temporary(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }

        @Override
        public FileChannel channel() {
            return channel;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public boolean copies() {
            return true;
        }

        @Override
        public boolean stays() {
            return false;
        }

        @Override
        public Destination another() throws IOException {
            return create();
        }

        @Override
        public void publish() {
            published = true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!published) {
                Files.deleteIfExists(file);
            }
        }
    }
}
