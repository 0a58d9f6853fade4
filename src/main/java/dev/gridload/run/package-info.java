/** Imports in motion: start, resume, stop, status. The only door to the pipeline. */
@ApplicationModule(
        allowedDependencies = {
            "pipeline",
            "pipeline :: read",
            "pipeline :: validate",
            "pipeline :: report",
            "job",
            "ledger",
            "grid",
            "customer"
        })
@NullMarked
package dev.gridload.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
