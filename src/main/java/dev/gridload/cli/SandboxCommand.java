package dev.gridload.cli;

import dev.gridload.sandbox.Document;
import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a local Grid until it is interrupted. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Run a local Grid on 127.0.0.1 until interrupted. It keeps what it is sent in memory.",
            "A row whose platformCustomerId contains -gridfail is refused there, to see what that looks like."
        })
final class SandboxCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on (8089); 0 for any.",
            defaultValue = "8089")
    private int port;

    @Option(
            names = "--job-time",
            paramLabel = "DURATION",
            description = "How long a bulk job takes, such as PT2S (PT2S); PT0S for at once.",
            defaultValue = "PT2S")
    private Duration jobTime = Duration.ofSeconds(2);

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Append every request and its effects to this file, as lines of JSON without personal data.")
    private @Nullable Path journal;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Go wrong as this file says; POST /sandbox/faults replaces it at any time.")
    private @Nullable Path faults;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "guides (default) or openapi: which description of Grid requests are held to.")
    private String profile = "guides";

    private final Terminal terminal;

    SandboxCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxSettings settings =
                SandboxSettings.defaults().withPort(port).withJobTime(jobTime).withDocument(document());
        settings = journal == null ? settings : settings.withJournalFile(journal);
        settings = faults == null ? settings : settings.withFaultsFile(faults);
        try (Sandbox sandbox = started(settings)) {
            terminal.say("The local Grid listens at " + sandbox.baseUrl() + ". In another terminal:");
            terminal.say();
            terminal.say("  export GRID_BASE_URL=" + sandbox.baseUrl());
            terminal.say("  export GRID_CLIENT_ID=" + settings.clientId());
            terminal.say("  export GRID_CLIENT_SECRET=" + settings.clientSecret());
            terminal.say("  gridload import customers.csv");
            terminal.say();
            terminal.say("Ctrl-C ends it.");
            CountDownLatch interrupted = new CountDownLatch(1);
            StopSignal.onFirst(interrupted::countDown, () -> "", terminal);
            interrupted.await();
        }
        return ExitCode.OK.number();
    }

    private Document document() {
        return switch (profile.toLowerCase(Locale.ROOT)) {
            case "guides" -> Document.GUIDES;
            case "openapi" -> Document.PUBLISHED;
            default -> throw new BadArgument("--profile is guides or openapi, not " + profile);
        };
    }

    private static Sandbox started(SandboxSettings settings) {
        try {
            return Sandbox.start(settings);
        } catch (IllegalArgumentException notUnderstood) {
            throw new BadArgument(String.valueOf(notUnderstood.getMessage()));
        }
    }
}
