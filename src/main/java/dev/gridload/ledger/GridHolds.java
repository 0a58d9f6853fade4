package dev.gridload.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when the Grids that this database imports into want no request, by the database's clock. */
public final class GridHolds {

    private final JdbcClient sql;

    GridHolds(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How long this Grid still wants no request; zero where it does not mind.
     *
     * @param grid its identity, as imports name it
     */
    public Duration left(String grid) {
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

    /** This Grid wants no request within this time from now on; what it wanted before holds as well. */
    public void hold(String grid, Duration wait) {
        sql.sql("""
                        insert into grid_hold (grid, ends) values (?, clock_timestamp() + ? * interval '1 millisecond')
                        on conflict (grid) do update set ends = greatest(grid_hold.ends, excluded.ends)
                        """).params(grid, wait.toMillis()).update();
    }
}
