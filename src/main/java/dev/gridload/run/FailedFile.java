package dev.gridload.run;

import dev.gridload.customer.Header;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Imports;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of failed rows that we wrote, corrected by a person and imported again. It is known by its column
 * {@code gridload_row} and by its name, which may have grown behind the word failed.
 */
final class FailedFile {

    private static final String MARK = "gridload_row";
    private static final Pattern NAME = Pattern.compile("(?i)(.+)_(\\d{1,18})_failed.*[.](?:csv|tsv|txt)");

    private FailedFile() {}

    /** The import whose failed rows these are; empty where it is another kind of file, or another ledger's. */
    static Optional<Long> origin(String fileName, Header header, Imports imports) {
        Matcher name = NAME.matcher(fileName);
        if (!header.names().contains(MARK) || !name.matches()) {
            return Optional.empty();
        }
        return imports.find(Long.parseLong(name.group(2)))
                .filter(record -> base(record).equalsIgnoreCase(name.group(1)))
                .map(ImportRecord::id);
    }

    private static String base(ImportRecord record) {
        return record.fileName().replaceFirst("(?i)([.](csv|tsv|txt|gz|zip|xlsx))+$", "");
    }
}
