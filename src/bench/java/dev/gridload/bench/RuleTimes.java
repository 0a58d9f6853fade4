package dev.gridload.bench;

import dev.gridload.account.GuidesType;
import dev.gridload.customer.Header;
import dev.gridload.customer.SourceRow;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.pipeline.validate.Verdict;
import dev.gridload.run.Mappings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the rules take for a good row of each type: the explaining path, values already cut out. */
final class RuleTimes {

    private static final int ROWS = 2_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private RuleTimes() {}

    /** Nanoseconds a row, the median of {@value #ROUNDS} rounds in turns. */
    record Time(GuidesType type, double nanos) {}

    static List<Time> measure() {
        Mapping mapping = Mappings.of(new Header(Row.COLUMNS), JobDefinition.defaults());
        Validator validator = new Validator(mapping, RuleSet.production(), Clock.systemUTC());
        CustomerRows customers = new CustomerRows(1, CustomerRows.ALL);
        List<List<SourceRow>> byType = new ArrayList<>();
        for (GuidesType type : GuidesType.values()) {
            List<SourceRow> rows = new ArrayList<>();
            for (int i = 1; i <= ROWS; i++) {
                rows.add(new SourceRow(i, i + 1, customers.good(i, type).values(), null));
            }
            byType.add(rows);
        }
        double[][] nanos = new double[byType.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int type = 0; type < byType.size(); type++) {
                double took = nanosPerRow(validator, byType.get(type));
                if (round >= 0) {
                    nanos[type][round] = took;
                }
            }
        }
        List<Time> times = new ArrayList<>();
        for (int type = 0; type < nanos.length; type++) {
            Arrays.sort(nanos[type]);
            times.add(new Time(GuidesType.values()[type], nanos[type][ROUNDS / 2]));
        }
        return times;
    }

    private static double nanosPerRow(Validator validator, List<SourceRow> rows) {
        long started = System.nanoTime();
        for (SourceRow row : rows) {
            if (!(validator.validate(row) instanceof Verdict.Accepted)) {
                throw new IllegalStateException("a row that was made to be good is rejected: row " + row.row());
            }
        }
        return (double) (System.nanoTime() - started) / rows.size();
    }
}
