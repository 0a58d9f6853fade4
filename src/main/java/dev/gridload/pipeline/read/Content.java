package dev.gridload.pipeline.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * The one table of an input, without what it was wrapped in.
 *
 * @param stream its bytes; throws {@link InputProblem} where the wrapping is damaged
 * @param form what it was wrapped in
 * @param notes what people should know about that; asked when the stream has ended
 * @param resources closed with it
 */
record Content(InputStream stream, Form form, Supplier<List<String>> notes, Closeable resources) implements Closeable {

    /** What a table comes in. */
    enum Form {
        PLAIN,
        PACKED,
        SHEET
    }

    static Content plain(InputStream stream) {
        return new Content(stream, Form.PLAIN, List::of, () -> {});
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
