package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes that a power cut does not undo. */
final class Durable {

    private Durable() {}

    /** Gives a finished folder its real name; its contents must be on disk already. */
    static void publish(Path unfinished, Path name, Path parent) throws IOException {
        force(unfinished);
        Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
