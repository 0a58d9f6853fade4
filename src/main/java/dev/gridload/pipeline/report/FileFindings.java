package dev.gridload.pipeline.report;

import java.util.Comparator;
import java.util.List;

/**
 * What a check found in one input.
 *
 * @param file the input as the user named it
 * @param notes how it was read, a clause each
 * @param rows data records
 * @param good rows that an import would send
 * @param rejected rows with an error
 * @param repeated rows that only repeat an earlier one
 * @param errors several to a row
 * @param warnings several to a row
 * @param kinds errors before warnings, the most frequent first
 */
public record FileFindings(
        String file,
        List<String> notes,
        long rows,
        long good,
        long rejected,
        long repeated,
        long errors,
        long warnings,
        List<ProblemKind> kinds) {

    private static final int MOST_COMMON = 3;

    public FileFindings {
        notes = List.copyOf(notes);
        kinds = List.copyOf(kinds);
    }

    /** The three kinds that occur most often, whatever they weigh. */
    public List<ProblemKind> mostCommon() {
        return kinds.stream()
                .sorted(Comparator.comparingLong(ProblemKind::times).reversed())
                .limit(MOST_COMMON)
                .toList();
    }
}
