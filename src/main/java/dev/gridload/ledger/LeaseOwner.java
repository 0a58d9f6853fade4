package dev.gridload.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A process, named so that another one can tell whether it still lives.
 *
 * @param started the process's start; tells it from a later one with the same pid
 */
record LeaseOwner(String machine, long pid, long started) {

    /** The boot time that start times are counted from may be corrected by this much between two readings. */
    private static final long CLOCK_CORRECTION_MILLIS = 5_000;

    private static final int SESSION_NAME_LENGTH = 63;

    static LeaseOwner thisProcess() {
        ProcessHandle me = ProcessHandle.current();
        return new LeaseOwner(machineName(), me.pid(), startOf(me));
    }

    static LeaseOwner parse(String text) {
        String[] parts = text.split("[ /]", 4);
        return new LeaseOwner(parts[2], Long.parseLong(parts[1]), Long.parseLong(parts[3]));
    }

    /** Whether this process ran on this machine and is no more. False where that cannot be known. */
    boolean knownToBeGone() {
        if (!machine.equals(machineName())) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - started) < CLOCK_CORRECTION_MILLIS)
                .isEmpty();
    }

    /** The name under which PostgreSQL lists this process's sessions, which keeps 63 bytes of it. */
    String sessionName() {
        String name = "gridload-" + pid + "-" + Long.toString(started, Character.MAX_RADIX) + "@" + machine;
        return name.substring(0, Math.min(name.length(), SESSION_NAME_LENGTH));
    }

    @Override
    public String toString() {
        return "process " + pid + "/" + machine + "/" + started;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The host's name and, where there is one, its boot: pids and start times mean nothing across machines. */
    private static String machineName() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            host = "localhost";
        }
        return host.replaceAll("[ /]", "-") + bootId();
    }

    private static String bootId() {
        Path file = Path.of("/proc/sys/kernel/random/boot_id");
        try {
            return "-" + Files.readString(file).strip().substring(0, 8);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
