/**
 * The PostgreSQL that gridload runs on when none is named. {@link dev.gridload.ledger.postgres.EmbeddedPostgres} is the
 * way in; everything it keeps lies below {@code $GRIDLOAD_HOME/postgres}.
 */
@NamedInterface("postgres")
@NullMarked
package dev.gridload.ledger.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
