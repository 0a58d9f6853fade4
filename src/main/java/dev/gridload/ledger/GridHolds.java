package dev.gridload.ledger;

import dev.gridload.grid.Patience;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when the Grids that this database imports into want no request, by the database's clock. */
public final class GridHolds {

    private final JdbcClient sql;

    GridHolds(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one Grid asked for.
     *
     * @param grid its identity, as imports name it
     */
    public Patience of(String grid) {
        return new Patience() {
            @Override
            public Duration left() {
                return sql.sql("""
                                select (extract(epoch from ends - clock_timestamp()) * 1000)::bigint from grid_hold
                                 where grid = ? and ends > clock_timestamp()
                                """)
                        .param(grid)
                        .query(Long.class)
                        .optional()
                        .map(Duration::ofMillis)
                        .orElse(Duration.ZERO);
            }

            @Override
            public void asked(Duration wait) {
                sql.sql("""
                                insert into grid_hold (grid, ends)
                                values (?, clock_timestamp() + ? * interval '1 millisecond')
                                on conflict (grid) do update set ends = greatest(grid_hold.ends, excluded.ends)
                                """).params(grid, wait.toMillis()).update();
            }
        };
    }
}
