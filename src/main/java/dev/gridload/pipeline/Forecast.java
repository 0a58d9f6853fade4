package dev.gridload.pipeline;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.CustomerChange;
import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.CustomerSearch;
import dev.gridload.grid.GridApi;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.ledger.StoredBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what an import would do to the customers of its rows, with the code that does it and by reading from Grid only. Holds the ids
 * of all customers in memory.
 */
public final class Forecast {

    private final BlockCheck check;
    private final String csvHeader;
    private final GridApi grid;
    private final CallPool pool;

    /** @param csvHeader of the lines that would be sent */
    public Forecast(BlockCheck check, String csvHeader, GridApi grid, CallPool pool) {
        this.check = check;
        this.csvHeader = csvHeader;
        this.grid = grid;
        this.pool = pool;
    }

    /**
     * What would become of the customers of an input.
     *
     * @param fresh that Grid does not have
     * @param existing that Grid has
     * @param updated of those that exist, how many would be changed
     * @param unchanged of those that exist, how many have all that their rows say
     * @param refused of those that exist, how many differ in what Grid never changes
     * @param changes customers that would be changed, by column
     * @param immutable customers that would be refused, by column
     */
    public record Figures(
            long fresh,
            long existing,
            long updated,
            long unchanged,
            long refused,
            Map<String, Long> changes,
            Map<String, Long> immutable) {}

    /**
     * Looks at every customer once.
     *
     * @param setAside records that would not be sent though nothing is wrong with them alone
     * @param compared whether customers that Grid has would be changed to what their rows say
     * @throws dev.gridload.grid.GridProblem when Grid cannot be asked
     */
    public Figures of(List<StoredBlock> blocks, BitSet setAside, boolean compared) {
        Set<String> ids = new LinkedHashSet<>();
        Rows all = new Rows(blocks, setAside);
        for (StagedRow row = all.next(); row != null; row = all.next()) {
            ids.add(String.valueOf(row.customerId()));
        }
        Map<String, String> found = new ConcurrentHashMap<>();
        Iterator<String> wanted = ids.iterator();
        new CustomerSearch(grid, pool)
                .find(
                        ids.size(),
                        () -> wanted.hasNext() ? wanted.next() : null,
                        customer -> {
                            if (ids.contains(customer.platformCustomerId())) {
                                found.put(customer.platformCustomerId(), customer.id());
                            }
                        },
                        () -> false);
        Comparison comparison = new Comparison();
        int existing = found.size();
        if (compared) {
            Rows again = new Rows(blocks, setAside);
            pool.forEach(() -> nextOf(again, found), comparison::add);
        }
        return comparison.figures(ids.size() - existing, existing);
    }

    private record Pair(StagedRow row, String gridId) {}

    /** The next row whose customer Grid has; a further row of the same customer is passed over. */
    private static @Nullable Pair nextOf(Rows rows, Map<String, String> found) {
        for (StagedRow row = rows.next(); row != null; row = rows.next()) {
            String gridId = found.remove(String.valueOf(row.customerId()));
            if (gridId != null) {
                return new Pair(row, gridId);
            }
        }
        return null;
    }

    /** Used by several threads. */
    private final class Comparison {
        private final Map<String, Long> changes = new TreeMap<>();
        private final Map<String, Long> immutable = new TreeMap<>();
        private long updated;
        private long unchanged;
        private long refused;

        void add(Pair pair) {
            String text = String.valueOf(pair.row().text());
            String request = pair.row().direct() ? text : CustomerJson.of(csvHeader, text);
            grid.customer(pair.gridId()).ifPresent(customer -> count(CustomerChange.between(request, customer)));
        }

        private synchronized void count(CustomerChange change) {
            if (!change.immutable().isEmpty()) {
                refused++;
                change.immutable().forEach(column -> immutable.merge(column, 1L, Long::sum));
            } else if (change.isNone()) {
                unchanged++;
            } else {
                updated++;
                change.columns().forEach(column -> changes.merge(column, 1L, Long::sum));
            }
        }

        Figures figures(long fresh, long existing) {
            return new Figures(fresh, existing, updated, unchanged, refused, changes, immutable);
        }
    }

    /** The rows that would be sent, in order. For one thread at a time. */
    private final class Rows {
        private final Iterator<StoredBlock> blocks;
        private final BitSet setAside;
        private final Queue<StagedRow> ahead = new ArrayDeque<>();

        Rows(List<StoredBlock> blocks, BitSet setAside) {
            this.blocks = blocks.iterator();
            this.setAside = setAside;
        }

        @Nullable
        StagedRow next() {
            while (ahead.isEmpty() && blocks.hasNext()) {
                List<StagedRow> rows = new ArrayList<>();
                check.check(blocks.next(), rows::add);
                rows.sort(Comparator.comparingLong(StagedRow::recordNo));
                for (StagedRow row : rows) {
                    if (row.state() == RowState.STAGED && !setAside.get(Math.toIntExact(row.recordNo()))) {
                        ahead.add(row);
                    }
                }
            }
            return ahead.poll();
        }
    }
}
