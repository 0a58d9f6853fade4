package dev.gridload.run;

import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.Dialect;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.read.Intake;
import dev.gridload.pipeline.read.SpooledInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own copies of inputs, named by their hash: what was hashed is what is parsed, now and after a crash. */
final class Spool {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String ARRIVING = "arriving-";
    /** No input takes so long to be copied. */
    private static final Duration DEAD_AFTER = Duration.ofDays(1);

    private final Home home;
    private final Ledger ledger;
    private final Clock clock;

    Spool(Home home, Ledger ledger, Clock clock) {
        this.home = home;
        this.ledger = ledger;
        this.clock = clock;
    }

    SpooledInput takeIn(InputSource source, JobDefinition job) {
        removeLeftOvers();
        return keep(arriving(), source, job);
    }

    /** Keeps an input that we write ourselves. */
    SpooledInput keep(Consumer<Path> writer, JobDefinition job) {
        removeLeftOvers();
        Path written = arriving();
        try {
            writer.accept(written);
            return keep(arriving(), InputSource.of(written), job);
        } finally {
            delete(written);
        }
    }

    private SpooledInput keep(Path arriving, InputSource source, JobDefinition job) {
        try {
            SpooledInput input = source.spool(
                    arriving,
                    new InputOptions(job.format().charset(), job.format().delimiter()));
            Path kept = home.spool().resolve(input.sha256() + ".csv");
            Files.move(arriving, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return input.at(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of the input cannot be kept in " + home.spool(), e);
        } finally {
            delete(arriving);
        }
    }

    private Path arriving() {
        return home.spool().resolve(ARRIVING + UUID.randomUUID() + ".csv");
    }

    /** The input of an import that was taken in before; its bytes are checked against their hash. */
    SpooledInput reopen(ImportRecord record) {
        return Intake.open(Path.of(record.spool()), facts(record));
    }

    /** The same without reading the file. */
    SpooledInput facts(ImportRecord record) {
        List<Block> blocks = ledger.staging().blocks(record.id()).stream()
                .map(b -> new Block(b.no(), b.offset(), b.length(), b.firstRow(), b.firstLine(), b.records()))
                .toList();
        return new SpooledInput(
                Path.of(record.spool()),
                record.fileName(),
                record.fileSha256(),
                record.fileBytes(),
                Dialect.parse(record.dialect()),
                StoredHeader.fromJson(record.header()),
                record.records(),
                blocks);
    }

    static List<StoredBlock> stored(List<Block> blocks) {
        return blocks.stream()
                .map(b -> new StoredBlock(b.number(), b.offset(), b.length(), b.firstRow(), b.firstLine(), b.records()))
                .toList();
    }

    /** Copies of inputs that a process was making when it ended. */
    private void removeLeftOvers() {
        Instant dead = clock.instant().minus(DEAD_AFTER);
        try (DirectoryStream<Path> arriving = Files.newDirectoryStream(home.spool(), ARRIVING + "*")) {
            for (Path file : arriving) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(dead)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            log.warn(
                    "copies of inputs that never arrived could not be removed: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
