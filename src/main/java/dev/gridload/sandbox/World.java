package dev.gridload.sandbox;

import java.time.Clock;

/** What one sandbox holds. */
record World(
        Customers customers,
        Accounts accounts,
        Jobs jobs,
        PlatformConfig config,
        Journal journal,
        Numbering numbering,
        Clock clock,
        Faults faults,
        Document document) {

    static World of(SandboxSettings settings, Numbering numbering, Journal journal) {
        Clock clock = settings.clock();
        Customers customers = new Customers();
        Faults faults = new Faults(settings.faultsFile());
        return new World(
                customers,
                new Accounts(),
                new Jobs(customers, journal, faults, clock, settings.jobTime()),
                new PlatformConfig(numbering, clock.instant()),
                journal,
                numbering,
                clock,
                faults,
                settings.document());
    }
}
