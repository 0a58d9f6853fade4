package dev.gridload.sandbox;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The lines of a journal on disk. A former process may have been killed: its torn last line is cut off. */
final class JournalFile implements AutoCloseable {

    private final BufferedWriter lines;
    private final long lastSequence;

    private JournalFile(BufferedWriter lines, long lastSequence) {
        this.lines = lines;
        this.lastSequence = lastSequence;
    }

    static JournalFile open(Path path) throws IOException {
        long last = 0;
        if (Files.exists(path)) {
            cutTornLine(path);
            last = lastSequence(path);
        }
        return new JournalFile(
                Files.newBufferedWriter(
                        path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                last);
    }

    /** The highest sequence that was in it when it was opened; 0 for none. */
    long lastSequence() {
        return lastSequence;
    }

    void append(String line) throws IOException {
        lines.write(line);
        lines.write('\n');
    }

    /** Hands everything to the operating system, where it outlives this process. */
    void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static void cutTornLine(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            file.setLength(end);
        }
    }

    private static long lastSequence(Path path) throws IOException {
        long last = 0;
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                var json = Json.object(line.getBytes(StandardCharsets.UTF_8));
                last = Math.max(last, json.path("sequence").asLong(0));
                // the process may have ended between an effect and the line of its request
                last = Math.max(last, json.path("request").asLong(0));
            }
        }
        return last;
    }
}
