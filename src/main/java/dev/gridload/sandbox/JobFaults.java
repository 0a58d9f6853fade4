package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults one job is born with. */
record JobFaults(List<Fault<JobFault>> ofJob, List<Fault<ErrorListFault>> ofErrorList) {

    static final JobFaults NONE = new JobFaults(List.of(), List.of());

    /** Null where the job does not have it. */
    @Nullable
    FaultDetails details(JobFault kind) {
        for (Fault<JobFault> fault : ofJob) {
            if (fault.kind() == kind) {
                return fault.details();
            }
        }
        return null;
    }

    boolean has(JobFault kind) {
        return details(kind) != null;
    }

    /** The shape of the job's answers. */
    JobShape shape(JobShape otherwise) {
        FaultDetails details = details(JobFault.JOB_SHAPE);
        return details == null ? otherwise : details.shape();
    }

    /** The list of errors as it is told. */
    List<Job.Entry> told(List<Job.Entry> errors) {
        List<Job.Entry> told = new ArrayList<>(errors);
        for (Fault<ErrorListFault> fault : ofErrorList) {
            FaultDetails details = fault.details();
            switch (fault.kind()) {
                case ERRORS_TRUNCATED ->
                    told.subList(Math.min(details.rowsOr(0), told.size()), told.size())
                            .clear();
                case ERRORS_DOUBLED -> told.addAll(List.copyOf(told));
                case ERRORS_EXTRA -> {
                    for (int extra = 1; extra <= details.rowsOr(1); extra++) {
                        told.add(new Job.Entry(0, "not-in-the-upload-" + extra, details.code(), details.message()));
                    }
                }
                case ERRORS_BY_ROW ->
                    told.replaceAll(
                            entry -> entry.correlatedBy(details.numbers().name(entry.row())));
                case ERRORS_CODE ->
                    told.replaceAll(
                            entry -> new Job.Entry(entry.row(), entry.correlation(), details.code(), entry.message()));
            }
        }
        return told;
    }
}
