package dev.gridload.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gridload in a process of its own. What it says goes to a file, both streams. */
final class Child {

    private static final long PATIENCE_SECONDS = 240;

    private final Process process;
    private final Path said;

    private Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** @param options of Java, its class path among them */
    static Child start(
            Class<?> main, List<String> options, Map<String, String> environment, Path said, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("GRID"));
        builder.environment().putAll(environment);
        return new Child(builder.start(), said);
    }

    /** Its exit code. */
    int ends() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end within " + PATIENCE_SECONDS + " s; it said " + said());
        }
        return process.exitValue();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** As kill -9; returns when it is gone. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** As Ctrl-C would. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Everything that children with this file have said so far. */
    String said() {
        return said(said);
    }

    static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }
}
