package dev.gridload.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The result as a page of Markdown. */
final class ResultPage {

    private final CustomerFile file;
    private final int rounds;
    private final Results results;
    private final List<RuleTimes.Time> rules;
    private final StringBuilder page = new StringBuilder();

    ResultPage(CustomerFile file, int rounds, Results results, List<RuleTimes.Time> rules) {
        this.file = file;
        this.rounds = rounds;
        this.results = results;
        this.rules = rules;
    }

    String text() {
        line(
                "%s, %s, %d cores, %s %s, heap of every JVM %s.",
                LocalDate.now(),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Commands.HEAP.substring("-Xmx".length()));
        line(
                "%,d rows, %.1f MB, %,d of them bad; medians of %d interleaved rounds (the usual job: %d).",
                file.rows(), file.bytes() / 1e6, file.bad(), rounds, results.times(Benchmark.USUAL));
        line("(e) takes as many rows, of the account types that an upload carries.");
        line("What gridload is compared with runs as Java does by itself, gridload with the options of its launcher.");
        line("Whole processes, JVM start included; PostgreSQL was running. Indented: a part, measured in the process.");
        line("CPU is the process's own. Ratios of wall time mean something only where nobody else uses the machine.");
        line("");
        line(
                "| %-34s | wall s | CPU s | PostgreSQL CPU s | peak MiB |    rows/s | x (a) | CPU x (a) | x COPY alone |",
                "");
        line(
                "|%s|-------:|------:|-----------------:|---------:|----------:|------:|----------:|-------------:|",
                "-".repeat(36));
        whole(Benchmark.PARSE);
        whole(Benchmark.COPY);
        part(Benchmark.COPY, "copy", "COPY alone");
        whole(Benchmark.VALIDATE);
        whole(Benchmark.STAGE);
        part(Benchmark.STAGE, "intake", "intake: copy, hash, blocks");
        part(Benchmark.STAGE, "step", "step: check, stage, key, parts");
        whole(Benchmark.IMPORT);
        whole(Benchmark.USUAL);
        part(Benchmark.USUAL, "step", "step");
        line("");
        line(
                "With every account type, more than half of them by a call of their own: %,d rows in %.1f s.",
                Math.min(file.rows(), Benchmark.CALLED), results.median(Benchmark.CALLS, Measured::wall));
        goals();
        startUp();
        line("");
        line(
                "Rules, a good row with its explanation at hand, ns: %s.",
                String.join(
                        ", ",
                        rules.stream()
                                .map(time -> format("%s %.0f", time.type(), time.nanos()))
                                .toList()));
        return page.toString();
    }

    private void whole(String what) {
        double wall = results.median(what, Measured::wall);
        line(
                "| %-34s | %6.2f | %5.1f | %16.1f | %8.0f | %,9.0f | %5.2f | %9.2f | %12.2f |",
                what,
                wall,
                results.median(what, Measured::cpu),
                results.median(what, Measured::serverCpu),
                results.median(what, Measured::peakMib),
                file.rows() / wall,
                wall / results.median(Benchmark.PARSE, Measured::wall),
                results.median(what, Measured::cpu) / results.median(Benchmark.PARSE, Measured::cpu),
                wall / copyAlone());
    }

    private void part(String what, String part, String title) {
        double wall = results.median(what, measured -> measured.part(part));
        line(
                "| %-34s | %6.2f | %5s | %16s | %8s | %,9.0f | %5s | %9s | %12.2f |",
                "&nbsp; " + title, wall, "", "", "", file.rows() / wall, "", "", wall / copyAlone());
    }

    private void goals() {
        line("");
        line("| ratio | seen | goal |");
        line("|---|--:|--:|");
        goal("validate / (a)", wall(Benchmark.VALIDATE) / wall(Benchmark.PARSE), 0.40);
        double step = results.median(Benchmark.STAGE, measured -> measured.part("step"));
        goal("staging step / COPY alone", step / copyAlone(), 0.6);
        goal("up to staged / usual job", wall(Benchmark.STAGE) / wall(Benchmark.USUAL), 1 / 15.0);
        goal("whole import / COPY alone", wall(Benchmark.IMPORT) / copyAlone(), 2);
        goal("--version / empty picocli", wall(StartUp.VERSION) / wall(StartUp.PICOCLI), 1.5);
    }

    private void goal(String what, double seen, double goal) {
        line("| %s | %.3f | %.3f |", what, seen, goal);
    }

    private void startUp() {
        line("");
        line("| start-up | wall s | to the first line s | x empty JVM |");
        line("|---|--:|--:|--:|");
        for (String what : StartUp.ALL) {
            double wall = wall(what);
            line(
                    "| %s | %.3f | %.3f | %.1f |",
                    what, wall, results.median(what, Measured::firstLine), wall / wall(StartUp.EMPTY));
        }
    }

    private double wall(String what) {
        return results.median(what, Measured::wall);
    }

    private double copyAlone() {
        ToDoubleFunction<Measured> copy = measured -> measured.part("copy");
        return results.median(Benchmark.COPY, copy);
    }

    private void line(String text, Object... values) {
        page.append(format(text, values)).append('\n');
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
