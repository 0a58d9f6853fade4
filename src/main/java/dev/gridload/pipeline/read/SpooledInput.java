package dev.gridload.pipeline.read;

import dev.gridload.customer.Header;
import java.nio.file.Path;
import java.util.List;

/**
 * An input whose bytes were read once: what stands where. All of it can be stored and handed to {@link Intake#open} later.
 *
 * @param file the bytes that the positions are about
 * @param name the input as the user named it
 * @param sha256 of the bytes in {@code file}, lower-case hexadecimal; empty where the input was only looked at, not spooled
 * @param bytes size of {@code file}
 * @param dialect how the records are written
 * @param header the columns, trailing nameless ones left out
 * @param records data records, defective ones included
 * @param blocks the records in file order; empty where there is only a header
 * @param notes what people should be told about how the input was read, a clause each, without a final stop: the charset that
 *     was detected, the archive or sheet it came from; not kept in store, so empty where the input was taken up again
 */
public record SpooledInput(
        Path file,
        String name,
        String sha256,
        long bytes,
        Dialect dialect,
        Header header,
        long records,
        List<Block> blocks,
        List<String> notes) {

    public SpooledInput {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Without notes. */
    public SpooledInput(
            Path file,
            String name,
            String sha256,
            long bytes,
            Dialect dialect,
            Header header,
            long records,
            List<Block> blocks) {
        this(file, name, sha256, bytes, dialect, header, records, blocks, List.of());
    }

    /** The same bytes in another place. */
    public SpooledInput at(Path place) {
        return new SpooledInput(place, name, sha256, bytes, dialect, header, records, blocks, notes);
    }
}
