package dev.gridload.pipeline.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A result file that is there as a whole or not at all. It grows under a hidden temporary name in the same folder, reaches
 * the disk, and only then takes its name. Its mode is 0600 from the first byte on: it holds personal data.
 */
final class ResultFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean finished;

    private ResultFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /**
     * Begins a file that will replace an older one of its name.
     *
     * @param input the file that was imported, which is never overwritten
     * @throws ResultsNotWritten where the folder does not take it
     */
    static ResultFile begin(Path target, Path input) {
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ResultsNotWritten("There is no folder " + folder + " for the result file " + target.getFileName()
                    + ". Create it, or choose another.");
        }
        try {
            if (sameFile(target, input)) {
                throw new ResultsNotWritten("The result file " + target
                        + " would overwrite the file that is imported. Choose another folder.");
            }
            // Created for the owner alone, under a name nobody else can have prepared.
            Path temporary = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
            return new ResultFile(target, temporary, FileChannel.open(temporary, StandardOpenOption.WRITE));
        } catch (IOException refused) {
            throw ResultsNotWritten.because(target, refused);
        }
    }

    /** Half a pair of surrogates, which no file in UTF-8 can hold, becomes a question mark. */
    void write(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        write(bytes, bytes.length);
    }

    /** Writes the first of these bytes. */
    void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException refused) {
            throw ResultsNotWritten.because(target, refused);
        }
    }

    /** Puts the file on the disk and gives it its name. */
    void finish() {
        try {
            out.flush();
            channel.force(true);
            out.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            finished = true;
            keepName();
        } catch (IOException refused) {
            throw ResultsNotWritten.because(target, refused);
        }
    }

    /** Without {@link #finish()} before it, leaves nothing behind, and an older file of the name as it was. */
    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException alsoRefused) {
            // What matters has been thrown already; a hidden .part file is all that can remain.
        }
    }

    /** The new name is on the disk only with its folder. Windows opens no folders and needs no such step. */
    private void keepName() throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private static boolean sameFile(Path target, Path input) throws IOException {
        Path written = target.toAbsolutePath().normalize();
        return written.equals(input.toAbsolutePath().normalize())
                || (Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input));
    }
}
