package dev.gridload.proof;

import dev.gridload.sandbox.SandboxSettings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Where children find their classes. Most of a small import's time goes into loading them: a trial run makes an archive of loaded
 * classes that all children share. Java takes jars for that only, so the folders are packed first.
 */
final class ChildClasses {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String NAME = "proof" + System.getProperty("testing.fork", "");

    private ChildClasses() {}

    /** Options of Java; made by the first that asks. */
    static List<String> options() {
        return Shared.OPTIONS;
    }

    private static final class Shared {
        static final List<String> OPTIONS = make();
    }

    private static List<String> make() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try {
            List<String> jars = new ArrayList<>();
            for (String entry : given.split(File.pathSeparator)) {
                Path path = Path.of(entry);
                if (Files.exists(path)) {
                    jars.add(Files.isDirectory(path) ? jarOf(path, jars.size()) : entry);
                }
            }
            return archived(
                    List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-cp", String.join(File.pathSeparator, jars)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jarOf(Path folder, int number) throws IOException {
        Path jar = TARGET.resolve(NAME + "-" + number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                var files = Files.walk(folder).filter(one -> !one.equals(folder))) {
            for (Path one : (Iterable<Path>) files::iterator) {
                // Without entries of their own, folders of migrations would not be found.
                boolean isFolder = Files.isDirectory(one);
                out.putNextEntry(new JarEntry(folder.relativize(one) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(one, out);
                }
                out.closeEntry();
            }
        }
        return jar.toString();
    }

    /** Where the trial run makes no archive, Java goes on without. */
    private static List<String> archived(List<String> classPath) throws IOException, InterruptedException {
        Path archive = TARGET.resolve(NAME + ".jsa");
        Files.deleteIfExists(archive);
        Path folder = Files.createTempDirectory(TARGET, "proof-trial-");
        try (Scene scene = new Scene(
                folder, CrashEverywhereIT.INPUT, SandboxSettings.defaults().withJobTime(Duration.ZERO))) {
            scene.database(ProofDatabase.migrated(), CountingDriver.PREFIX);
            List<String> trial = new ArrayList<>(classPath);
            trial.add("-XX:ArchiveClassesAtExit=" + archive);
            Child child = scene.runs(CrashMain.class, trial);
            if (child.ends() != 4) {
                throw new IllegalStateException("the trial run said " + child.said());
            }
        }
        List<String> options = new ArrayList<>(classPath);
        options.add("-XX:SharedArchiveFile=" + archive);
        return List.copyOf(options);
    }
}
