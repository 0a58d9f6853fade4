package dev.gridload.run;

import dev.gridload.customer.Problem;
import dev.gridload.pipeline.read.SpooledInput;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing of how an input was read. */
public final class ReadNotes {

    private ReadNotes() {}

    /**
     * A clause each, without a final stop.
     *
     * @param header what is wrong with the header, columns that are not known for example
     */
    public static List<String> of(SpooledInput input, List<Problem> header) {
        List<String> notes = new ArrayList<>(input.notes());
        for (Problem problem : header) {
            notes.add(problem.column() == null ? problem.message() : problem.column() + ": " + problem.message());
        }
        return notes;
    }
}
