package dev.gridload.pipeline;

import dev.gridload.customer.Cell;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Short texts one behind the other: an object for all of them, since few are ever asked for. For one thread. */
final class Words {

    private static final int LENGTH = 3;

    private byte[] bytes = new byte[1 << 14];
    private int used = LENGTH;

    void clear() {
        used = LENGTH;
    }

    /** Keeps a text of less than 16 MiB and returns where; 0 for none. */
    int add(@Nullable CharSequence text) {
        if (text == null) {
            return 0;
        }
        Cell cell = text instanceof Cell known ? known : Cell.of(text.toString());
        int start = used;
        int end = start + LENGTH + cell.length();
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        bytes[start] = (byte) (cell.length() >> 16);
        bytes[start + 1] = (byte) (cell.length() >> 8);
        bytes[start + 2] = (byte) cell.length();
        used = cell.copy(bytes, start + LENGTH);
        return start;
    }

    /** The text that was kept there; empty for none. */
    String at(int place) {
        int length = (bytes[place] & 0xFF) << 16 | (bytes[place + 1] & 0xFF) << 8 | (bytes[place + 2] & 0xFF);
        return new String(bytes, place + LENGTH, length, StandardCharsets.UTF_8);
    }
}
