package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a process of its own, with the collector and the sizes that the launcher chooses. */
@Timeout(120)
class OldGarbageIT {

    /** Left alone, JDK 25 takes some 500 MiB for it. */
    @Test
    void doesNotLetMemoryGrowForAsLongAsARunLasts() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xms16m",
                        "-XX:MaxNewSize=12m",
                        "-XX:MinHeapFreeRatio=25",
                        "-XX:MaxHeapFreeRatio=40",
                        "-Xmx1g",
                        "-cp",
                        classPath,
                        LongRun.class.getName())
                .redirectError(new File("/dev/null"))
                .start();

        String most = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).isZero();
        assertThat(Integer.parseInt(most)).isBetween(8, 200);
    }

    /** Keeps everything just long enough for it to become old, and says how many MiB the heap had at the most. */
    static final class LongRun {

        private static final int MIB = 1 << 20;
        private static final int PIECE = 16 << 10;

        public static void main(String[] arguments) throws InterruptedException {
            OldGarbage.watch();
            byte[][] kept = new byte[8 * MIB / PIECE][];
            long most = 0;
            for (int i = 0; i < 600 * MIB / PIECE; i++) {
                kept[i % kept.length] = new byte[PIECE];
                if (i % (MIB / PIECE) == 0) {
                    most = Math.max(most, Runtime.getRuntime().totalMemory());
                    Thread.sleep(10);
                }
            }
            System.out.println(most / MIB);
        }
    }
}
