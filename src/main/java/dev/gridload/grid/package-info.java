/** The Grid API seen from us: the only HTTP out. */
@ApplicationModule(allowedDependencies = {"customer", "account"})
@NullMarked
package dev.gridload.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
