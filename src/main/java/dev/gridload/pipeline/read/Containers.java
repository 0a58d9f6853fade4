package dev.gridload.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Knows what an input is wrapped in by the bytes it begins with, whatever its name is. */
final class Containers {

    private static final int MAGIC_BYTES = 4;

    private Containers() {}

    /**
     * Unwraps an input.
     *
     * @param file the input where it is a file that can be read at any place; null for a stream
     * @throws InputProblem where the wrapping is none that is read, or is damaged
     */
    static Content open(String name, InputStream input, @Nullable Path file, Inflation limits) throws IOException {
        byte[] head = input.readNBytes(MAGIC_BYTES);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), input);
        FileKind kind = FileKind.of(head);
        if (kind == FileKind.GZIP) {
            return gzip(name, whole, limits);
        }
        if (kind != FileKind.ZIP && kind != FileKind.EMPTY_ZIP) {
            return Content.plain(whole);
        }
        if (file != null) {
            return ZipContent.open(name, file, limits, () -> {});
        }
        Path copy = Files.createTempFile("gridload-", ".zip");
        boolean opened = false;
        try {
            Files.copy(whole, copy, StandardCopyOption.REPLACE_EXISTING);
            Content content = ZipContent.open(name, copy, limits, () -> Files.deleteIfExists(copy));
            opened = true;
            return content;
        } finally {
            if (!opened) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static Content gzip(String name, InputStream input, Inflation limits) {
        CountedStream packed = new CountedStream(name, input);
        InputStream inflated;
        try {
            inflated = GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (EOFException e) {
            throw InflatedStream.truncated(name, e);
        } catch (IOException e) {
            throw InflatedStream.damaged(name, e);
        }
        return new Content(
                new InflatedStream(name, inflated, packed::count, limits),
                Content.Form.PACKED,
                () -> List.of("unpacked with gzip"),
                inflated);
    }
}
