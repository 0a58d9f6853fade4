package dev.gridload.cli;

import dev.gridload.cli.FileChecks.Unread;
import dev.gridload.pipeline.report.FileFindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Says what was found in each input, and keeps it for the page and the document that come at the end. */
final class CheckScreen {

    private final Terminal terminal;
    private final int inputs;
    private final List<CheckedInput> checked = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    CheckScreen(Terminal terminal, int inputs) {
        this.terminal = terminal;
        this.inputs = inputs;
    }

    void show(CheckedInput input) {
        if (!checked.isEmpty() || !unread.isEmpty()) {
            terminal.say();
        }
        checked.add(input);
        FileFindings found = input.findings();
        counts(nameOf(found.file()), List.of(found));
        if (found.rows() == 0) {
            terminal.say("  The file has a header and no rows.");
        }
        ProblemList list = new ProblemList(terminal);
        list.mostCommon(found.mostCommon());
        list.kinds(found.kinds());
        list.first(input.shown(), found.errors() + found.warnings());
    }

    void show(Unread input) {
        unread.add(input);
        terminal.say(terminal.red("gridload: ") + input.why());
    }

    /** All inputs together, where there are several. */
    void total() {
        if (inputs > 1) {
            terminal.say();
            counts(Words.count(checked.size(), "file"), findings());
            if (!unread.isEmpty()) {
                terminal.say(terminal.red(Words.count(unread.size(), "file") + " could not be checked"));
            }
        }
    }

    List<FileFindings> findings() {
        return checked.stream().map(CheckedInput::findings).toList();
    }

    /** What was checked, then what could not be. */
    List<Map<String, @Nullable Object>> documents(boolean dryRun) {
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        checked.forEach(input -> documents.add(input.document(dryRun)));
        for (Unread input : unread) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("file", input.file());
            document.put("error", input.why());
            documents.add(document);
        }
        return documents;
    }

    /** One input is known by its name alone; several may have the same name in different folders. */
    private String nameOf(String file) {
        return inputs > 1 ? file : String.valueOf(Path.of(file).getFileName());
    }

    private void counts(String name, List<FileFindings> found) {
        terminal.say(terminal.bold(name) + ": " + Words.count(sum(found, FileFindings::rows), "row") + ", "
                + terminal.green(Words.count(sum(found, FileFindings::good)) + " good") + ", "
                + red(sum(found, FileFindings::rejected), "with errors") + ", "
                + red(sum(found, FileFindings::repeated), "repeated") + "; "
                + Words.count(sum(found, FileFindings::errors), "error") + ", "
                + Words.count(sum(found, FileFindings::warnings), "warning"));
    }

    private static long sum(List<FileFindings> found, ToLongFunction<FileFindings> figure) {
        return found.stream().mapToLong(figure).sum();
    }

    private String red(long number, String what) {
        String text = Words.count(number) + " " + what;
        return number == 0 ? text : terminal.red(text);
    }
}
