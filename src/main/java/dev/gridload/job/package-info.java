/** The job definition file: parsed as a whole, every mistake with its line. */
@ApplicationModule(allowedDependencies = {"customer"})
@NullMarked
package dev.gridload.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
