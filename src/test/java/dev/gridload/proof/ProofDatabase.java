package dev.gridload.proof;

import dev.gridload.testing.TestPostgres;

/** Where a gridload finds its database. */
record ProofDatabase(String jdbcUrl, String user, String password) {

    /** One of its own, with gridload's schema. */
    static ProofDatabase migrated() {
        return of(TestPostgres.migratedDatabase());
    }

    /** One of its own, with nothing in it. */
    static ProofDatabase empty() {
        return of(TestPostgres.freshDatabase());
    }

    private static ProofDatabase of(TestPostgres.Database database) {
        return new ProofDatabase(database.jdbcUrl(), database.user(), database.password());
    }
}
