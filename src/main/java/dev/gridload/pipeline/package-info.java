/** The import on one page: which step follows which. */
@ApplicationModule(allowedDependencies = {"account", "account :: identifier", "customer", "ledger", "grid"})
@NullMarked
package dev.gridload.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
