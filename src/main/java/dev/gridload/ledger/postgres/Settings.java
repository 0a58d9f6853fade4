package dev.gridload.ledger.postgres;

import java.util.List;
import java.util.stream.Collectors;

/** How the server is set up. Given on its command line at every start, so that an old folder gets today's settings. */
final class Settings {

    /** Without these a confirmed row may be lost; asserted after every start. */
    static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** No value of a row may reach the log: neither by an error's text, nor its context, statement or parameters. */
    static final List<String> DISCREET = List.of(
            "log_min_messages=log", // the text of an ERROR quotes the value; clients still get it
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_checkpoints=off", // this and the next: a log that grows by events, not by time
            "log_autovacuum_min_duration=-1");

    private static final List<String> LOCAL = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=", // none: a socket would be one more door
            "password_encryption=scram-sha-256",
            "max_connections=50",
            "client_connection_check_interval=5s", // whose client is gone ends, and with it the locks that it holds
            "timezone=UTC",
            "log_timezone=UTC");

    private static final List<String> BULK_LOAD_ON_A_SMALL_MACHINE = List.of(
            "shared_buffers=256MB",
            "maintenance_work_mem=128MB", // the key is added after the load
            "max_wal_size=4GB", // with the next: a load of millions of rows is not cut by checkpoints
            "checkpoint_timeout=15min",
            "wal_level=minimal", // nobody replicates this server, and building a key then needs no WAL
            "max_wal_senders=0",
            "jit=off", // compiles for longer than our statements run
            "max_parallel_workers_per_gather=0"); // the importer has the other core; and /dev/shm is tiny in containers

    private Settings() {}

    /** For a shell, as pg_ctl wants it; no setting holds a blank. */
    static String options(int port) {
        return "-p " + port + " " + durable() + options(DISCREET) + options(LOCAL)
                + options(BULK_LOAD_ON_A_SMALL_MACHINE);
    }

    private static String durable() {
        return options(DURABLE.stream().map(name -> name + "=on").toList());
    }

    private static String options(List<String> settings) {
        return settings.stream().map(setting -> "-c " + setting + " ").collect(Collectors.joining());
    }
}
