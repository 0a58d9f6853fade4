package dev.gridload.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An input file, or a pattern for several: {@code *}, {@code ?}, {@code [abc]} and <code>{a,b}</code> stay within a folder
 * name, {@code **} crosses folders.
 *
 * @param text as it was written
 * @param start the deepest folder, or the file, that is named without a wildcard
 * @param wildcard the rest, empty where the text names one file
 */
public record InputPattern(String text, Path start, String wildcard) {

    private static final int DEEPEST = 16;

    /**
     * Takes a text apart; nothing needs to exist yet.
     *
     * @param folder what a relative text is relative to
     * @throws IllegalSetting where the text can be no path or no pattern
     */
    public static InputPattern of(String text, Path folder) {
        String[] names = text.split("/", -1);
        int plain = 0;
        while (plain < names.length && !hasWildcard(names[plain])) {
            plain++;
        }
        String before = String.join("/", List.of(names).subList(0, plain));
        String after = String.join("/", List.of(names).subList(plain, names.length));
        try {
            Path start = folder.resolve(plain > 0 && before.isEmpty() ? "/" : before);
            // A file may really be called "customers[1].csv".
            Path literal = hasWildcard(after) ? start.resolve(after) : start;
            if (Files.isRegularFile(literal)) {
                return new InputPattern(text, literal, "");
            }
            FileSystems.getDefault().getPathMatcher("glob:" + after);
            return new InputPattern(text, start, after);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalSetting(
                    Setting.INPUT.key(),
                    Expected.quoted(text) + " is not a file or a pattern such as drop/*.csv",
                    "Check that every [ and { is closed.");
        }
    }

    /** Whether several files may be meant. */
    public boolean isPattern() {
        return !wildcard.isEmpty();
    }

    /**
     * The files, in the order of their names, so that drops with a date in the name are imported oldest first. Names that
     * begin with a dot, and links met on the way, are left out: an upload in progress often has such a name, and a link may
     * lead out of the drop folder.
     *
     * @throws NoInput where there is none
     */
    public List<Path> files() {
        if (!isPattern()) {
            if (Files.isDirectory(start)) {
                throw new NoInput(NoInput.folder(this));
            }
            if (!Files.isRegularFile(start)) {
                throw new NoInput(NoInput.missing(this));
            }
            return List.of(start);
        }
        if (!Files.isDirectory(start)) {
            throw new NoInput(NoInput.noFolder(this));
        }
        List<Path> found = matching();
        if (found.isEmpty()) {
            throw new NoInput(NoInput.noMatch(this));
        }
        return found;
    }

    /** Whether a file of that folder can be an input of this. */
    boolean readsFrom(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        Path here = start.toAbsolutePath().normalize();
        if (!isPattern()) {
            return there.equals(here.getParent());
        }
        if (!there.startsWith(here)) {
            return false;
        }
        int slash = wildcard.lastIndexOf('/');
        Path between = here.relativize(there);
        if (slash < 0) {
            return there.equals(here) || wildcard.startsWith("**");
        }
        String folders = wildcard.substring(0, slash);
        return FileSystems.getDefault().getPathMatcher("glob:" + folders).matches(between)
                || (folders.equals("**") && there.equals(here));
    }

    private List<Path> matching() {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + wildcard);
        int depth = wildcard.contains("**") ? DEEPEST : wildcard.split("/", -1).length;
        try (Stream<Path> tree = Files.walk(start, depth)) {
            return tree.filter(file -> matcher.matches(start.relativize(file)))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> visible(start.relativize(file)))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .thenComparing(Path::toString))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new NoInput(NoInput.unreadable(this));
        }
    }

    private static boolean visible(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .noneMatch(name -> name.toString().startsWith("."));
    }

    private static boolean hasWildcard(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }
}
