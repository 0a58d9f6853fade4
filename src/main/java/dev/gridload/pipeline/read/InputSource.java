package dev.gridload.pipeline.read;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where rows come from: a file, or standard input. */
public sealed interface InputSource {

    static InputSource of(Path file) {
        return new OfFile(file);
    }

    /** What is piped in; it can be taken in once. */
    static InputSource standardInput(InputStream stream) {
        return new OfStream(stream);
    }

    /** How messages call it. */
    String name();

    /** What result files are called after: its name without a folder. */
    String fileName();

    /** Null where it is no file. */
    @Nullable
    Path file();

    /** As {@link Intake#scan(Path, InputOptions)}. */
    SpooledInput scan(InputOptions options);

    /** As {@link Intake#spool(Path, Path, InputOptions)}. */
    SpooledInput spool(Path spoolFile, InputOptions options);

    /** A file. */
    record OfFile(Path file) implements InputSource {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public String fileName() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public SpooledInput scan(InputOptions options) {
            return Intake.scan(file, options);
        }

        @Override
        public SpooledInput spool(Path spoolFile, InputOptions options) {
            return Intake.spool(file, spoolFile, options);
        }
    }

    /** Standard input. */
    record OfStream(InputStream stream) implements InputSource {
        @Override
        public String name() {
            return "stdin";
        }

        @Override
        public String fileName() {
            return name();
        }

        @Override
        public @Nullable Path file() {
            return null;
        }

        @Override
        public SpooledInput scan(InputOptions options) {
            return Intake.scan(stream, name(), options);
        }

        @Override
        public SpooledInput spool(Path spoolFile, InputOptions options) {
            return Intake.spool(stream, name(), spoolFile, options);
        }
    }
}
