/** The command line: parses and prints, never decides. */
@ApplicationModule(
        allowedDependencies = {
            "run",
            "job",
            "pipeline",
            "pipeline :: read",
            "pipeline :: validate",
            "pipeline :: report",
            "ledger",
            "ledger :: postgres",
            "sandbox",
            "customer",
            "account",
            "grid"
        })
@NullMarked
package dev.gridload.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
