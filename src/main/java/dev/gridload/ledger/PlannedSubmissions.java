package dev.gridload.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** New submissions of an import in the form in which the ledger takes them. */
final class PlannedSubmissions {

    private final long importId;
    private final CopyText rows;

    /** @param expected how many there will be, for the first memory; more make room */
    PlannedSubmissions(long importId, int expected) {
        this.importId = importId;
        this.rows = new CopyText(expected * 64);
    }

    /** @param createdFloor when the first of its rows was sent, null where none was */
    void add(
            int no,
            Submission.Route route,
            long firstRecord,
            long lastRecord,
            int count,
            long bytes,
            @Nullable Instant createdFloor) {
        rows.field(importId)
                .field(no)
                .field(route.name())
                .field(firstRecord)
                .field(lastRecord)
                .field(count)
                .field(bytes)
                .field(SubmissionState.PLANNED.name())
                .field(createdFloor == null ? null : createdFloor.toString())
                .endRow();
    }

    /** Those that are not in the ledger yet. */
    CopyText rows() {
        return rows;
    }

    /** Brings them into the ledger, and forgets them. */
    void copy(Copy copy) {
        copy.in(
                "copy submission (import_id, no, route, first_record, last_record, rows, bytes, state, created_floor) "
                        + "from stdin",
                rows);
        rows.clear();
    }
}
