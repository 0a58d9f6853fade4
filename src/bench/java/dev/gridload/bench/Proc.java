package dev.gridload.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What Linux tells of processes; zero for everything on other systems. */
final class Proc {

    private static final Path ROOT = Path.of("/proc");
    /** Fixed at 100 for programs since Linux 2.4 on the machines that gridload runs on. */
    private static final double TICKS = 100;

    // of proc(5), stat, counted from the third field
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_USER = 13;

    private Proc() {}

    /** CPU seconds of all children of this process that have ended. */
    static double endedChildren() {
        return seconds("self", CHILDREN_USER);
    }

    /** CPU seconds of one process so far. */
    static double cpu(long pid) {
        return seconds(Long.toString(pid), USER);
    }

    /** CPU seconds of a server so far, with its workers: those at work and those that have ended. */
    static double cpuWithWorkers(long pid) {
        double sum = cpu(pid) + seconds(Long.toString(pid), CHILDREN_USER);
        for (String process : processes()) {
            List<String> stat = stat(process);
            if (!stat.isEmpty() && stat.get(PARENT).equals(Long.toString(pid))) {
                sum += seconds(process, USER);
            }
        }
        return sum;
    }

    /** The most memory that the process ever had resident, in KiB. */
    static long peakKib(long pid) {
        try (Stream<String> lines = Files.lines(ROOT.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    private static double seconds(String process, int field) {
        List<String> stat = stat(process);
        return stat.isEmpty() ? 0 : (Long.parseLong(stat.get(field)) + Long.parseLong(stat.get(field + 1))) / TICKS;
    }

    private static List<String> stat(String process) {
        try {
            String line = Files.readString(ROOT.resolve(process + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return List.of();
        }
    }

    private static List<String> processes() {
        List<String> pids = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            entries.forEach(entry -> pids.add(entry.getFileName().toString()));
        } catch (IOException notLinux) {
            return List.of();
        }
        return pids;
    }
}
