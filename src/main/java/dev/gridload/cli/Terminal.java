package dev.gridload.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where a command talks: people on standard error, data on standard output. */
final class Terminal {

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String BOLD = "1";
    private static final String DIM = "2";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final boolean colour;

    Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, boolean colour) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.colour = colour;
    }

    static Terminal ofProcess(Map<String, String> environment) {
        boolean interactive = isTerminal() && !"dumb".equals(environment.get("TERM"));
        boolean colour = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(System.in, utf8(System.out), utf8(System.err), interactive, colour);
    }

    /** Whether a person watches: lines may be drawn over. */
    boolean interactive() {
        return interactive;
    }

    /** What is piped in. */
    InputStream in() {
        return in;
    }

    /** What a person types into a line; empty at the end of the input. */
    String line() {
        try {
            StringBuilder typed = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                typed.append((char) c);
            }
            return typed.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    /** For people. */
    void say(String line) {
        err.println(line);
    }

    void say() {
        err.println();
    }

    /** For people, without a line end. */
    void draw(String text) {
        err.print(text);
        err.flush();
    }

    /** For what picocli prints: help and version are data, the rest is for people. */
    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** For machines. */
    void data(String text) {
        out.print(text);
        out.flush();
    }

    String red(String text) {
        return in(RED, text);
    }

    String green(String text) {
        return in(GREEN, text);
    }

    String yellow(String text) {
        return in(YELLOW, text);
    }

    String bold(String text) {
        return in(BOLD, text);
    }

    String dim(String text) {
        return in(DIM, text);
    }

    private String in(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** From JDK 22 on a console exists even when nobody watches, and says so itself. */
    @SuppressWarnings("SystemConsoleNull") // asked below, where the JDK can answer
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method asks = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(asks.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
