package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.testing.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LeasesIT {

    private final TestLedger test = new TestLedger();
    private final Leases leases = test.ledger().leases();

    @Test
    void livingOwnerIsNamedToTheSecond() {
        try (Lease lease = test.taken("f", 1)) {
            assertThatThrownBy(() -> leases.acquire(lease.importId()))
                    .isInstanceOf(ImportIsRunning.class)
                    .hasMessage("import " + lease.importId() + " is being run by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void closedLeaseIsFree() {
        Lease first = test.taken("f", 1);
        first.close();

        assertThat(leases.runner(first.importId())).isEmpty();
        try (Lease second = leases.acquire(first.importId())) {
            assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
        }
    }

    @Test
    void silentOwnerIsTakenOverAndMayDoNothingMore() throws SQLException {
        try (Lease silent = test.taken("f", 1)) {
            test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
            try (Lease heir = leases.acquire(silent.importId())) {
                assertThatThrownBy(() -> test.ledger().imports().pause(silent, "CODE", "why"))
                        .isInstanceOf(LeaseLost.class);
                assertThatThrownBy(silent::requireOurs).isInstanceOf(LeaseLost.class);
                test.ledger().imports().pause(heir, "CODE", "why");
            }
        }
        assertThat(test.sql("select pause_code from import")).containsExactly("CODE");
    }

    @Test
    void closingALostLeaseLeavesItToTheHeir() throws SQLException {
        Lease silent = test.taken("f", 1);
        test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
        try (Lease heir = leases.acquire(silent.importId())) {
            silent.close();

            assertThat(leases.runner(heir.importId())).isPresent();
        }
    }

    @Test
    void ownerWhoseProcessIsGoneIsNotWaitedFor() throws SQLException {
        try (Lease dead = test.taken("f", 1)) {
            // The same machine, a process that ended long ago: the pid is ours, the start is not.
            test.sql("update lease set owner = regexp_replace(owner, '/[0-9]+$', '/1000')");
            try (Lease heir = leases.acquire(dead.importId())) {
                assertThat(heir.epoch()).isEqualTo(dead.epoch() + 1);
            }
        }
    }

    @Test
    void ownerOnAnotherMachineIsWaitedFor() throws SQLException {
        try (Lease far = test.taken("f", 1)) {
            test.sql("update lease set owner = 'process 4711/far-away/1000'");

            assertThatThrownBy(() -> leases.acquire(far.importId()))
                    .hasMessage("import " + far.importId() + " is being run by process 4711");
        }
    }

    @Test
    void ownerThatSleepsInsideATransactionLosesItsSessionsToTheHeir() throws SQLException {
        try (Lease asleep = test.taken("f", 1)) {
            String owner = "process 4711/far-away/1000";
            test.sql("update lease set owner = '" + owner + "', heartbeat_at = now() - interval '31 seconds'");
            try (Connection session = test.session(LeaseOwner.parse(owner).sessionName())) {
                session.setAutoCommit(false);
                session.createStatement().execute("select from gridload.lease for key share");

                try (Lease heir = leases.acquire(asleep.importId())) {
                    assertThat(heir.epoch()).isEqualTo(asleep.epoch() + 1);
                }
                assertThatThrownBy(() -> session.createStatement().execute("select 1"))
                        .hasMessage("FATAL: terminating connection due to administrator command");
            }
        }
    }

    @Test
    void whoLooksAtARunningImportIsAnsweredThoughItsLeaseIsLocked() throws SQLException {
        try (Lease lease = test.taken("f", 1);
                Connection session = test.session("somebody")) {
            session.setAutoCommit(false);
            session.createStatement().execute("select from gridload.lease for key share");

            assertThatThrownBy(() -> leases.acquire(lease.importId())).isInstanceOf(ImportIsRunning.class);
            session.rollback();
        }
    }

    @Test
    void ownerInALongTransactionBeatsAndCanBeStoppedAndIsNotTakenOver() {
        TransactionTemplate transaction =
                new TransactionTemplate(new JdbcTransactionManager(test.ledger().dataSource()));
        try (Lease lease = test.taken("f", 1)) {
            transaction.executeWithoutResult(status -> {
                lease.fence();
                // The heart, and who asks it to stop, have sessions of their own.
                assertThatCode(() -> meanwhile("update gridload.lease set heartbeat_at = now()"))
                        .doesNotThrowAnyException();
                assertThatCode(() -> meanwhile("update gridload.lease set stop_requested = true"))
                        .doesNotThrowAnyException();
                assertThatThrownBy(() -> meanwhile("select from gridload.lease for update"))
                        .hasMessageStartingWith("ERROR: canceling statement due to lock timeout");
            });
        }
    }

    private void meanwhile(String statement) throws SQLException {
        try (Connection session = test.session("meanwhile")) {
            session.createStatement().execute("set lock_timeout = '2s'");
            session.createStatement().execute(statement);
        }
    }

    @Test
    void sessionNameFitsWhatPostgresqlKeeps() {
        String host = "a-machine-with-a-name-that-is-much-longer-than-what-anybody-expects";

        assertThat(new LeaseOwner(host, 4_194_304, 1_795_000_000_000L).sessionName())
                .hasSize(63)
                .startsWith("gridload-4194304-mwm0nk74@a-machine-with");
        assertThat(new LeaseOwner("host", 7, 1_000).sessionName()).isEqualTo("gridload-7-rs@host");
    }

    @Test
    void stopReachesTheOwnerOnce() {
        long id;
        try (Lease lease = test.taken("f", 1)) {
            id = lease.importId();
            assertThat(leases.requestStop(id)).isTrue();
        }
        assertThat(leases.requestStop(id)).isFalse();
        try (Lease next = leases.acquire(id)) {
            assertThat(next.stopRequested()).isFalse();
        }
    }
}
