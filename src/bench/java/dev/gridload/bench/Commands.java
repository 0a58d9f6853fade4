package dev.gridload.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the processes are called. */
final class Commands {

    static final String HEAP = "-Xmx256m";

    private final Path project;

    Commands(Path project) {
        this.project = project;
    }

    /** The product by its own launcher, as a user runs it. */
    List<String> gridload(Object... arguments) {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("gridload").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** The heap that the launcher hands on. */
    Map<String, String> heap() {
        return Map.of("GRIDLOAD_JAVA_OPTS", HEAP);
    }

    /** A program beside gridload, as Java runs it by itself: options that suit gridload slow others down. */
    List<String> reference(String heap, Class<?> program, Object... arguments) {
        return java(List.of(heap), program, arguments);
    }

    /** A part of gridload, with the launcher's options as far as they make a difference to it. */
    List<String> part(String heap, Class<?> program, Object... arguments) {
        return launched(List.of("-XX:MinHeapFreeRatio=25", "-XX:MaxHeapFreeRatio=40", heap), program, arguments);
    }

    /** The local Grid, with the launcher's options for it. */
    List<String> sandbox(String heap, Class<?> program) {
        return launched(List.of("-XX:MinHeapFreeRatio=60", "-XX:MaxHeapFreeRatio=80", heap), program);
    }

    private static List<String> launched(List<String> options, Class<?> program, Object... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-Xshare:auto",
                "-XX:FreqInlineSize=50",
                "-XX:LoopUnrollLimit=10",
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-Xms16m",
                "-XX:MaxNewSize=32m"));
        all.addAll(options);
        return java(all, program, arguments);
    }

    private static List<String> java(List<String> options, Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
