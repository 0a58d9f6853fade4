package dev.gridload.pipeline.validate;

import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.Problem;
import dev.gridload.customer.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a row: a customer, or the reasons why not. */
public sealed interface Verdict {

    SourceRow row();

    /**
     * The row can be sent.
     *
     * @param customer its values after repairs
     * @param details what else it says that Grid takes
     * @param warnings in column order
     */
    record Accepted(SourceRow row, Customer customer, Details details, List<Problem> warnings) implements Verdict {

        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The row has an error at least.
     *
     * @param customerId null where the row has none
     * @param problems errors and warnings in column order
     */
    record Rejected(SourceRow row, @Nullable String customerId, List<Problem> problems) implements Verdict {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
