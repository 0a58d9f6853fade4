package dev.gridload.pipeline.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The one file in a zip archive, or the sheet where the archive is a workbook. Names in the archive are shown and never used as paths. */
final class ZipContent {

    private static final int SHOWN = 5;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private ZipContent() {}

    /** @param after closed after the archive, also when it is refused */
    static Content open(String name, Path archive, Inflation limits, Closeable after) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(archive).get();
        } catch (IOException e) {
            throw new InputProblem(
                    InputProblem.Code.CONTAINER_TRUNCATED,
                    name,
                    0,
                    "the zip archive is cut short or damaged: its directory, which is its end, cannot be read",
                    "Copy or download it again; nothing of it was used",
                    e);
        }
        Closeable resources = () -> {
            zip.close();
            after.close();
        };
        boolean opened = false;
        try {
            long size = Files.size(archive);
            Content content = zip.getEntry(CONTENT_TYPES) == null
                    ? file(name, zip, size, limits, resources)
                    : Workbook.open(name, archive, zip, size, limits, resources);
            opened = true;
            return content;
        } finally {
            if (!opened) {
                resources.close();
            }
        }
    }

    private static Content file(String name, ZipFile zip, long size, Inflation limits, Closeable resources)
            throws IOException {
        ZipArchiveEntry entry = only(name, zip);
        InputStream content = VerifiedEntry.open(name, zip, entry, size, limits);
        return new Content(
                content, Content.Form.PACKED, () -> List.of("unpacked from zip: " + shown(entry)), resources);
    }

    private static ZipArchiveEntry only(String name, ZipFile zip) {
        List<ZipArchiveEntry> files = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory() && !isSystemFile(entry.getName()))
                .toList();
        if (files.isEmpty()) {
            throw new InputProblem(
                    InputProblem.Code.CONTAINER_EMPTY,
                    name,
                    0,
                    "the zip archive holds no file",
                    "Pack it again, with the CSV file in it");
        }
        if (files.size() > 1) {
            String names = files.stream().limit(SHOWN).map(ZipContent::shown).collect(Collectors.joining(", "));
            int more = files.size() - SHOWN;
            throw new InputProblem(
                    InputProblem.Code.CONTAINER_SEVERAL_FILES,
                    name,
                    0,
                    "expected a zip archive of one file, but it holds " + files.size() + ": " + names
                            + (more > 0 ? " and " + more + " more" : ""),
                    "Unpack it and give the file that is meant, or all of them");
        }
        return files.get(0);
    }

    /** What macOS and Windows add on their own. */
    private static boolean isSystemFile(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return path.startsWith("__MACOSX/")
                || file.startsWith("._")
                || file.equals(".DS_Store")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }

    /** A name from an archive may hold anything, also what moves a terminal's cursor. */
    private static String shown(ZipArchiveEntry entry) {
        String name = entry.getName().replaceAll("\\p{C}", "?");
        return name.length() <= 100 ? name : name.substring(0, 100) + "...";
    }
}
