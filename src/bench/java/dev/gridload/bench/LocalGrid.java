package dev.gridload.bench;

import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;

/** A local Grid whose jobs end at once; it lives until its standard input does. */
public final class LocalGrid {

    private LocalGrid() {}

    public static void main(String[] arguments) throws IOException {
        Quiet.logs();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withJobTime(Duration.ZERO))) {
            System.out.println(sandbox.baseUrl());
            while (System.in.read() >= 0) {
                // until the benchmark closes it
            }
        }
    }
}
