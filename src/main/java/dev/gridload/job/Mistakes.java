package dev.gridload.job;

import dev.gridload.job.JobFileProblem.Mistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with one file, so that its author hears everything at once. */
final class Mistakes {

    private final Path file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(Path file) {
        this.file = file;
    }

    void add(Node at, String key, String message, String hint) {
        add(at.getStartMark(), key, message, hint);
    }

    void add(Mark at, String key, String message, String hint) {
        found.add(new Mistake(at.getLine() + 1, at.getColumn() + 1, key, message, hint));
    }

    void addForFile(String message, String hint) {
        found.add(new Mistake(0, 0, "", message, hint));
    }

    /** @throws JobFileProblem if there was any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new JobFileProblem(file, found);
        }
    }
}
