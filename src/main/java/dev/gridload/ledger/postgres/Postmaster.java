package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the server wrote about itself into its postmaster.pid. The file outlives a killed server, and its process number
 * may belong to anyone by then: nothing is signalled before {@link #holder} has said {@link Holder#SERVER}.
 *
 * @param pid the number of its main process
 * @param port where it listens, 0 when it has not come that far
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

    /** Who has the process number now. */
    enum Holder {
        /** No process, or one that is dead and not yet collected by its parent. */
        NONE,
        /** Our server program on our data. */
        SERVER,
        OTHER_PROGRAM,
        /** A process that does not let us see what it is. */
        UNKNOWN
    }

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final Path PROC = Path.of("/proc");

    /** Empty when no server runs, or when the file is only being written. */
    static Optional<Postmaster> of(PostgresHome home) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(home.data().resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Math.abs(Long.parseLong(line(lines, PID_LINE))),
                    lines.size() > PORT_LINE ? Integer.parseInt(line(lines, PORT_LINE)) : 0,
                    line(lines, STATUS_LINE).equals("ready")));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** The server that runs on this home's data, whoever started it. */
    static Optional<Postmaster> alive(PostgresHome home) throws IOException {
        return of(home).filter(found -> found.holder(home) == Holder.SERVER);
    }

    Holder holder(PostgresHome home) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(home) : fromProcessHandle(home);
    }

    private Holder fromProc(PostgresHome home) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            if (state == 'Z' || state == 'X') {
                return Holder.NONE;
            }
            String commandLine = Files.readString(process.resolve("cmdline"), StandardCharsets.UTF_8);
            List<String> words = Arrays.asList(commandLine.split("\0", -1));
            int folder = words.indexOf("-D") + 1;
            boolean server = home.isServer(words.get(0))
                    && folder > 0
                    && folder < words.size()
                    && words.get(folder).equals(home.data().toString());
            return server ? Holder.SERVER : Holder.OTHER_PROGRAM;
        } catch (IOException unreadable) {
            return Files.exists(process) ? Holder.UNKNOWN : Holder.NONE;
        }
    }

    private Holder fromProcessHandle(PostgresHome home) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Holder.NONE;
        }
        ProcessHandle.Info info = process.get().info();
        if (info.command().isEmpty() || info.commandLine().isEmpty()) {
            return Holder.UNKNOWN;
        }
        boolean server =
                home.isServer(info.command().get()) && info.commandLine().get().contains("-D " + home.data() + " ");
        return server ? Holder.SERVER : Holder.OTHER_PROGRAM;
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }
}
