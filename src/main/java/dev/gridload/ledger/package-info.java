/** What became of every row: the only SQL, and the PostgreSQL it runs on. */
@ApplicationModule(allowedDependencies = {"customer"})
@NullMarked
package dev.gridload.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
