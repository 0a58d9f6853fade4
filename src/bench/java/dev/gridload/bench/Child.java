package dev.gridload.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Runs one process to its end and measures it. */
final class Child {

    private static final int POLL_MILLIS = 10;

    private final Path folder;
    private final DoubleSupplier serverCpu;
    private final Map<String, String> environment = new HashMap<>();
    private int expectedExit;

    /** @param folder where it runs and what it complains of is kept */
    Child(Path folder, DoubleSupplier serverCpu) {
        this.folder = folder;
        this.serverCpu = serverCpu;
    }

    Child with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    Child expecting(int exit) {
        expectedExit = exit;
        return this;
    }

    /** @throws IllegalStateException when it ends otherwise than expected */
    Measured run(List<String> command) throws IOException, InterruptedException {
        Path complaints = folder.resolve("stderr.txt");
        double cpuBefore = Proc.endedChildren();
        double serverBefore = serverCpu.getAsDouble();
        long started = System.nanoTime();
        Process process = start(command, complaints);
        try {
            List<String> output = new ArrayList<>();
            long[] firstLine = new long[1];
            Thread reader = new Thread(() -> read(process, output, firstLine), "output");
            reader.start();
            long peak = 0;
            do {
                peak = Math.max(peak, Proc.peakKib(process.pid()));
            } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
            long ended = System.nanoTime();
            reader.join();
            if (process.exitValue() != expectedExit) {
                throw new IllegalStateException("exit code " + process.exitValue() + " of " + command + "\n"
                        + String.join("\n", output) + "\n" + Files.readString(complaints));
            }
            return new Measured(
                    (ended - started) / 1e9,
                    ((firstLine[0] == 0 ? ended : firstLine[0]) - started) / 1e9,
                    Proc.endedChildren() - cpuBefore,
                    serverCpu.getAsDouble() - serverBefore,
                    peak / 1024.0,
                    parts(output),
                    output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts one that goes on; its caller ends it by closing its standard input. */
    Process start(List<String> command, Path complaints) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GRID") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void read(Process process, List<String> output, long[] firstLine) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (firstLine[0] == 0) {
                    firstLine[0] = System.nanoTime();
                }
                output.add(line);
            }
        } catch (IOException ended) {
            output.add("(" + ended.getMessage() + ")");
        }
    }

    private static Map<String, Double> parts(List<String> output) {
        Map<String, Double> parts = new HashMap<>();
        for (String line : output) {
            if (line.startsWith(Stopwatch.MARK)) {
                String[] words = line.split(" ");
                parts.put(words[1], Double.valueOf(words[2]));
            }
        }
        return parts;
    }
}
