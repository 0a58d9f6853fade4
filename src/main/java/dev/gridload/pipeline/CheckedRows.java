package dev.gridload.pipeline;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Problem;
import dev.gridload.customer.RowBytes;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.SourceRow;
import dev.gridload.grid.RouteChoice;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.BlockReader;
import dev.gridload.pipeline.validate.CleanRow;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.pipeline.validate.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one block, each at its place, as far as others have to be compared with them. For one thread at a time. */
final class CheckedRows {

    private final long first;
    private final long[] lines;
    private final @Nullable RowKeys[] keys;
    private final Words customerIds = new Words();
    private final int[] customerIdAt;
    private final @Nullable Reason[] reasons;
    private final RouteChoice routes;
    private final List<List<Problem>> problems;

    private CheckedRows(Block block, RouteChoice routes) {
        this.routes = routes;
        first = block.firstRow();
        lines = new long[block.records()];
        keys = new RowKeys[block.records()];
        customerIdAt = new int[block.records()];
        reasons = new Reason[block.records()];
        problems = new ArrayList<>(Collections.nCopies(block.records(), List.of()));
    }

    /** A row without a problem. */
    void add(RowBytes record, CleanRow row) {
        int place = (int) (record.row() - first);
        AccountType account = row.accountType();
        lines[place] = record.line();
        keys[place] = RowKeys.of(row, account);
        reasons[place] = routes.of(account, row, row.saidBesides());
        customerIdAt[place] = customerIds.add(row.value(Column.PLATFORM_CUSTOMER_ID));
    }

    void add(SourceRow row, Verdict verdict) {
        int place = (int) (row.row() - first);
        lines[place] = row.line();
        if (verdict instanceof Verdict.Accepted accepted) {
            Customer customer = accepted.customer();
            keys[place] = RowKeys.of(customer);
            reasons[place] = routes.of(customer, accepted.details());
            customerIdAt[place] = customerIds.add(customer.identity().platformCustomerId());
            problems.set(place, accepted.warnings());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            problems.set(place, rejected.problems());
        }
    }

    int size() {
        return lines.length;
    }

    int place(long row) {
        return (int) (row - first);
    }

    long row(int place) {
        return first + place;
    }

    long line(int place) {
        return lines[place];
    }

    /** Null where the row was rejected. */
    @Nullable
    RowKeys keys(int place) {
        return keys[place];
    }

    /** Why the row would go its route; null where it was rejected. */
    @Nullable
    Reason reason(int place) {
        return reasons[place];
    }

    /** Of a good row. */
    String customerId(int place) {
        return customerIds.at(customerIdAt[place]);
    }

    List<Problem> problems(int place) {
        return problems.get(place);
    }

    /** All rows of the block. */
    static CheckedRows of(Block block, SourceRows source, Validator validator, RouteChoice routes) {
        return of(block, source, validator, routes, null);
    }

    /**
     * The rows as they are read, the simple ones by a glance.
     *
     * @param asked only those at these places, counted from the first one; null for all
     */
    static CheckedRows of(
            Block block, SourceRows source, Validator validator, RouteChoice routes, @Nullable BitSet asked) {
        CheckedRows checked = new CheckedRows(block, routes);
        List<SourceRow> others = source.of(block, new Glance(checked, validator.cleanRow(), asked));
        for (SourceRow row : others) {
            checked.add(row, validator.validate(row));
        }
        return checked;
    }

    long end() {
        return first + size();
    }

    /** @param asked null for all */
    private record Glance(
            CheckedRows checked,
            @Nullable CleanRow clean,
            @Nullable BitSet asked) implements BlockReader.Glance {

        @Override
        public boolean suffices(RowBytes row) {
            if (clean == null || !clean.accepts(row)) {
                return false;
            }
            checked.add(row, clean);
            return true;
        }

        @Override
        public boolean isFor(int place) {
            return asked == null || asked.get(place);
        }
    }
}
