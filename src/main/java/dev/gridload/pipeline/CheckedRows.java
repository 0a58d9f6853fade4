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
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one block, each at its place, as far as others have to be compared with them; of one block after the other, since
 * to make as much anew for each is dear. For one thread at a time.
 */
final class CheckedRows {

    private final Validator validator;
    private final RouteChoice routes;
    private final @Nullable CleanRow clean;
    private final List<List<Problem>> problems = new ArrayList<>();
    private final Words customerIds = new Words();
    private long first;
    private long firstLine;
    private int size;
    private KeyRows keys = new KeyRows(0);
    private int[] lines = {};
    private int[] customerIdAt = {};
    private @Nullable Reason[] reasons = {};
    /** By place, where its problems stand among those of all; few rows have any. */
    private int[] problemsAt = {};

    CheckedRows(Validator validator, RouteChoice routes) {
        this.validator = validator;
        this.routes = routes;
        clean = validator.cleanRow();
    }

    /** Checks the rows of a block, the simple ones by a glance; what was here before is forgotten. */
    void check(Block block, SourceRows source) {
        check(block, source, null);
    }

    /** @param asked only the rows at these places, counted from the first one; null for all */
    void check(Block block, SourceRows source, @Nullable BitSet asked) {
        begin(block);
        source.each(block, new Glance(this, clean, asked), row -> add(row, validator.validate(row)));
    }

    private void begin(Block block) {
        first = block.firstRow();
        firstLine = block.firstLine();
        size = block.records();
        if (size > lines.length) {
            keys = new KeyRows(size);
            lines = new int[size];
            customerIdAt = new int[size];
            reasons = new Reason[size];
            problemsAt = new int[size];
        }
        Arrays.fill(reasons, 0, size, null);
        Arrays.fill(problemsAt, 0, size, 0);
        problems.clear();
        problems.add(List.of());
        customerIds.clear();
    }

    /** A row without a problem. */
    void add(RowBytes record, CleanRow row) {
        int place = (int) (record.row() - first);
        AccountType account = row.accountType();
        lines[place] = (int) (record.line() - firstLine);
        keys.set(place, row, account);
        reasons[place] = routes.of(account, row, row.saidBesides());
        customerIdAt[place] = customerIds.add(row.value(Column.PLATFORM_CUSTOMER_ID));
    }

    void add(SourceRow row, Verdict verdict) {
        int place = (int) (row.row() - first);
        lines[place] = (int) (row.line() - firstLine);
        if (verdict instanceof Verdict.Accepted accepted) {
            Customer customer = accepted.customer();
            keys.set(place, RowKeys.of(customer));
            reasons[place] = routes.of(customer, accepted.details());
            customerIdAt[place] = customerIds.add(customer.identity().platformCustomerId());
            found(place, accepted.warnings());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            found(place, rejected.problems());
        }
    }

    private void found(int place, List<Problem> all) {
        if (!all.isEmpty()) {
            problemsAt[place] = problems.size();
            problems.add(all);
        }
    }

    int size() {
        return size;
    }

    int place(long row) {
        return (int) (row - first);
    }

    long row(int place) {
        return first + place;
    }

    long line(int place) {
        return firstLine + lines[place];
    }

    /** Of the rows that were not rejected; what stands at the places of others means nothing. */
    KeyRows keys() {
        return keys;
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
        return problems.get(problemsAt[place]);
    }

    long end() {
        return first + size;
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
