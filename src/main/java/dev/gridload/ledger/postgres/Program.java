package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of an outside program to its end.
 *
 * @param exit its exit code
 * @param output what it wrote to both of its outputs
 */
record Program(int exit, String output) {

    static Program run(List<String> command, Map<String, String> environment, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        // Nothing inherited: PG* variables would change what PostgreSQL does, and API secrets are none of its business.
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path == null ? "/usr/sbin:/usr/bin:/sbin:/bin" : path);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closedEarly) {
            // The program ended without reading; its exit code and output say why.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Program(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), interrupted);
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The last line that tells of a failure, else the last line. */
    String complaint() {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            int severity =
                    Math.max(line.indexOf("FATAL:  "), Math.max(line.indexOf("PANIC:  "), line.indexOf("ERROR:  ")));
            if (severity >= 0) {
                return line.substring(severity + "FATAL:  ".length());
            }
        }
        return lines.isEmpty()
                ? "exit code " + exit
                : lines.get(lines.size() - 1).strip();
    }
}
