package dev.gridload.pipeline.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Takes an input in: one pass that finds out how it is written, where its records begin and what its hash is, and copies it
 * where it must outlive the original. Memory does not grow with the input, but for the shared texts of a workbook. An archive
 * of one file and a workbook of one sheet are read as the CSV file in them.
 */
public final class Intake {

    private Intake() {}

    /**
     * Copies an input to a file that only the owner can read, durably, and returns what stands where in the copy.
     *
     * @param spoolFile where the copy appears once it is complete; replaced where it exists
     * @throws InputProblem if the input cannot be read as a whole
     */
    public static SpooledInput spool(Path input, Path spoolFile, InputOptions options) {
        return spool(input, spoolFile, options, Limits.BLOCK_BYTES);
    }

    /** As above, with blocks of about this many bytes. */
    public static SpooledInput spool(Path input, Path spoolFile, InputOptions options, int blockBytes) {
        String name = input.toString();
        try (InputStream stream = open(input)) {
            Path file = Files.isRegularFile(input) ? input : null;
            return spool(stream, file, name, spoolFile, options, Limits.DEFAULT.withBlockBytes(blockBytes));
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    /**
     * The same for a stream, standard input for example, which is read to its end.
     *
     * @param name how messages call the input; - is called stdin
     */
    public static SpooledInput spool(InputStream input, String name, Path spoolFile, InputOptions options) {
        return spool(input, shown(name), spoolFile, options, Limits.DEFAULT);
    }

    /**
     * The pass without a copy: the positions are those of the input itself, which must stay as it is. An input that is
     * not a file, that is packed, a workbook, or in a charset that must be converted, is copied to a temporary file that goes with the process.
     *
     * @throws InputProblem if the input cannot be read as a whole
     */
    public static SpooledInput scan(Path input, InputOptions options) {
        return scan(input, options, Limits.DEFAULT);
    }

    /**
     * The same for a stream, standard input for example, which is read to its end and copied to a temporary file that goes with
     * the process.
     *
     * @param name how messages call the input; - is called stdin
     * @throws InputProblem if the input cannot be read as a whole
     */
    public static SpooledInput scan(InputStream input, String name, InputOptions options) {
        String shown = shown(name);
        try (Content content = contentOf(input, null, shown);
                Destination to = Destination.Temporary.create()) {
            return new Taking(shown, options, Limits.DEFAULT).take(content, to);
        } catch (IOException e) {
            throw InputProblem.unreadable(shown, e);
        }
    }

    /** As above, with blocks of about this many bytes. */
    public static SpooledInput scan(Path input, InputOptions options, int blockBytes) {
        return scan(input, options, Limits.DEFAULT.withBlockBytes(blockBytes));
    }

    /**
     * Takes up a spooled input again, after a crash for example.
     *
     * @param facts what {@link #spool} returned
     * @return the facts, with this file
     * @throws InputProblem if the file is gone or its bytes are not those of the facts
     */
    public static SpooledInput open(Path spoolFile, SpooledInput facts) {
        try (InputStream stream = open(spoolFile)) {
            if (Files.size(spoolFile) != facts.bytes() || !sha256(stream).equals(facts.sha256())) {
                throw InputProblem.changed(facts.name());
            }
        } catch (IOException e) {
            throw InputProblem.unreadable(facts.name(), e);
        }
        return facts.at(spoolFile);
    }

    static SpooledInput scan(Path input, InputOptions options, Limits limits) {
        String name = input.toString();
        Path file = Files.isRegularFile(input) ? input : null;
        try (InputStream stream = open(input);
                Content content = Containers.open(name, stream, file, Inflation.DEFAULT);
                Destination to = file != null && content.form() == Content.Form.PLAIN
                        ? Destination.InPlace.open(file)
                        : Destination.Temporary.create()) {
            return new Taking(name, options, limits).take(content, to);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    static SpooledInput spool(InputStream input, String name, Path spoolFile, InputOptions options, Limits limits) {
        return spool(input, null, name, spoolFile, options, limits);
    }

    private static SpooledInput spool(
            InputStream input, @Nullable Path file, String name, Path spoolFile, InputOptions options, Limits limits) {
        try (Content content = contentOf(input, file, name);
                Spool spool = Spool.create(spoolFile)) {
            return new Taking(name, options, limits).take(content, spool);
        } catch (IOException e) {
            throw InputProblem.notSpooled(name, e);
        }
    }

    private static Content contentOf(InputStream input, @Nullable Path file, String name) {
        try {
            return Containers.open(name, input, file, Inflation.DEFAULT);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    private static String shown(String name) {
        return name.equals("-") ? "stdin" : name;
    }

    private static InputStream open(Path input) {
        String name = input.toString();
        if (Files.isDirectory(input)) {
            throw new InputProblem(
                    InputProblem.Code.FILE_IS_DIRECTORY,
                    name,
                    0,
                    "expected a file, found a directory",
                    "Name the CSV file in it");
        }
        try {
            return Files.newInputStream(input);
        } catch (NoSuchFileException e) {
            throw new InputProblem(
                    InputProblem.Code.FILE_NOT_FOUND, name, 0, "there is no such file", "Check the path", e);
        } catch (IOException e) {
            throw InputProblem.unreadable(name, e);
        }
    }

    private static String sha256(InputStream stream) throws IOException {
        MessageDigest digest = HashedInput.sha256();
        byte[] buffer = new byte[1 << 20];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
