package dev.gridload.pipeline.read;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The pass over all records after the header, which cuts them into blocks. */
final class Pass {

    private final String name;
    private final Limits limits;
    private final @Nullable Utf8Census census;

    Pass(String name, Limits limits, @Nullable Utf8Census census) {
        this.name = name;
        this.limits = limits;
        this.census = census;
    }

    SpooledInput run(HashedInput input, Path file, Encoding encoding, HeaderRecord header) {
        RecordScanner record = new RecordScanner(input, header.delimiter(), encoding.sheet(), limits);
        if (census != null) {
            record.startAt(header.start(), header.line());
            record.next(Long.MAX_VALUE);
            census.addHeader(record);
        }
        record.startAt(header.end(), header.nextLine());
        BlockCutter cutter = new BlockCutter(name, limits.blockBytes());
        while (record.skip(Long.MAX_VALUE)) {
            cutter.add(record);
            // One with a field that is too long fails in any charset; its fields are not looked for here.
            if (census != null && !record.isAscii() && record.length() <= limits.fieldBytes()) {
                census.add(record);
            }
        }
        Dialect dialect = new Dialect(
                header.delimiter(),
                encoding.charset(),
                encoding.bom(),
                encoding.original(),
                header.columns(),
                encoding.sheet());
        return new SpooledInput(
                file,
                name,
                input.sha256Hex(),
                input.count(),
                dialect,
                header.header(),
                cutter.records(),
                cutter.finish());
    }
}
