package dev.gridload.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a local Grid is started with.
 *
 * @param port 0 for any free one
 * @param jobTime how long a bulk job takes in all; zero for at once
 * @param journalFile JSON lines of every request and effect are appended here, each before its answer leaves, and the sequence goes on
 *     from that of a former process; null for memory only
 * @param faultsFile faults to begin with, in the form that {@code POST /sandbox/faults} takes; null for none
 * @param clock what jobs and timestamps go by; the {@code Date} header is always the machine's
 * @param document what requests are held to
 */
public record SandboxSettings(
        int port,
        String clientId,
        String clientSecret,
        Duration jobTime,
        JobShape jobShape,
        @Nullable Path journalFile,
        @Nullable Path faultsFile,
        Clock clock,
        Document document) {

    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, found " + port);
        }
        if (clientId.isEmpty() || clientId.indexOf(':') >= 0) {
            throw new IllegalArgumentException("clientId: must not be empty nor contain a colon");
        }
        if (jobTime.isNegative()) {
            throw new IllegalArgumentException("jobTime: must not be negative, found " + jobTime);
        }
    }

    /** Any free port, credentials {@code sandbox} and {@code sandbox}, jobs of two seconds in the shape of the guides. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                0,
                "sandbox",
                "sandbox",
                Duration.ofSeconds(2),
                JobShape.GUIDES,
                null,
                null,
                Clock.systemUTC(),
                Document.GUIDES);
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(
                newPort, clientId, clientSecret, jobTime, jobShape, journalFile, faultsFile, clock, document);
    }

    public SandboxSettings withCredentials(String newId, String newSecret) {
        return new SandboxSettings(port, newId, newSecret, jobTime, jobShape, journalFile, faultsFile, clock, document);
    }

    public SandboxSettings withJobTime(Duration newTime) {
        return new SandboxSettings(
                port, clientId, clientSecret, newTime, jobShape, journalFile, faultsFile, clock, document);
    }

    public SandboxSettings withJobShape(JobShape newShape) {
        return new SandboxSettings(
                port, clientId, clientSecret, jobTime, newShape, journalFile, faultsFile, clock, document);
    }

    public SandboxSettings withJournalFile(Path newFile) {
        return new SandboxSettings(
                port, clientId, clientSecret, jobTime, jobShape, newFile, faultsFile, clock, document);
    }

    public SandboxSettings withFaultsFile(Path newFile) {
        return new SandboxSettings(
                port, clientId, clientSecret, jobTime, jobShape, journalFile, newFile, clock, document);
    }

    public SandboxSettings withClock(Clock newClock) {
        return new SandboxSettings(
                port, clientId, clientSecret, jobTime, jobShape, journalFile, faultsFile, newClock, document);
    }

    /** Holds requests to a document, and answers about jobs in its shape. */
    public SandboxSettings withDocument(Document newDocument) {
        JobShape shape = newDocument == Document.PUBLISHED ? JobShape.PUBLISHED : JobShape.GUIDES;
        return new SandboxSettings(
                port, clientId, clientSecret, jobTime, shape, journalFile, faultsFile, clock, newDocument);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SandboxSettings[port=" + port + ", jobTime=" + jobTime + ", jobShape=" + jobShape + "]";
    }
}
