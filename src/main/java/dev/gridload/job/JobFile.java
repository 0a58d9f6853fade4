package dev.gridload.job;

import dev.gridload.job.JobDefinition.Weight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads a job file: as a whole, so that one run finds all its mistakes. Relative paths start at the file's folder. */
public final class JobFile {

    private final Section top;
    private final JobBuilder job;
    private final Path folder;
    private final Set<String> gridColumns;
    private final Set<String> ruleCodes;
    private final Mistakes mistakes;

    private JobFile(
            Section top,
            JobBuilder job,
            Path folder,
            Set<String> gridColumns,
            Set<String> ruleCodes,
            Mistakes mistakes) {
        this.top = top;
        this.job = job;
        this.folder = folder;
        this.gridColumns = gridColumns;
        this.ruleCodes = ruleCodes;
        this.mistakes = mistakes;
    }

    /**
     * Reads a job file.
     *
     * @param gridColumns the columns that a mapping may fill
     * @param ruleCodes the rules that may be weighed otherwise
     * @throws JobFileProblem with every mistake
     */
    public static JobDefinition read(Path file, Set<String> gridColumns, Set<String> ruleCodes) {
        Mistakes mistakes = new Mistakes(file);
        Path folder = file.resolveSibling("");
        JobBuilder job = new JobBuilder(folder);
        MappingNode top = YamlTree.read(file, mistakes);
        if (top != null) {
            job.name = nameOf(file);
            new JobFile(new Section("", top, mistakes), job, folder, gridColumns, ruleCodes, mistakes).read();
        }
        mistakes.throwIfAny();
        return job.build();
    }

    private void read() {
        top.refuseOthers(keys());
        for (Setting setting : Setting.values()) {
            if (setting != Setting.RULES || top.isText(setting.key())) {
                top.text(setting.key(), text -> setting.assign(job, text));
            }
        }
        if (!top.has(Setting.INPUT.key())) {
            mistakes.add(top.mark(""), "input", "is missing", "Say what to import, for example: input: drop/*.csv");
        }
        rules();
        mapping();
        new Times(top, mistakes).read(job);
        for (IllegalSetting conflict : job.conflicts()) {
            mistakes.add(top.mark(conflict.key()), conflict.key(), conflict.fault(), conflict.hint());
        }
    }

    private void rules() {
        if (top.isText("rules")) {
            return;
        }
        Section rules = top.section("rules");
        if (rules == null) {
            return;
        }
        rules.refuseOthers(List.of("set", "overrides"));
        rules.text("set", text -> Setting.RULES.assign(job, text));
        Section codes = rules.section("overrides");
        if (codes == null) {
            return;
        }
        Map<String, Weight> overrides = new LinkedHashMap<>();
        for (String code : codes.entries().keySet()) {
            codes.text(code, text -> {
                RuleWeights.requireKnown(code, code, ruleCodes);
                overrides.put(code, RuleWeights.WEIGHT.read(code, text));
            });
        }
        job.overrides = overrides;
    }

    private void mapping() {
        if (top.isText("mapping")) {
            top.text("mapping", this::mappingFile);
            return;
        }
        Section mapping = top.section("mapping");
        if (mapping != null) {
            job.mapping(new MappingSection(mapping, gridColumns, mistakes).read());
        }
    }

    private void mappingFile(String text) {
        Path file = folder.resolve(Expected.path("mapping.yaml").read("mapping", text));
        try {
            job.mapping(MappingFile.read(file, gridColumns));
        } catch (JobFileProblem problem) {
            problem.mistakes().forEach(mistake -> {
                String place = mistake.line() == 0 ? "" : " line " + mistake.line();
                String key = mistake.key().isEmpty() ? "" : mistake.key() + ": ";
                String message = "in " + Expected.quoted(text) + place + ": " + key + mistake.message();
                mistakes.add(top.mark("mapping"), "mapping", message, mistake.hint());
            });
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("mapping", "schedule", "notification"));
        Arrays.stream(Setting.values()).map(Setting::key).forEach(keys::add);
        return keys.stream().sorted().toList();
    }

    /** A file called "März nightly.yaml" is still a job, named after the letters that a name may have. */
    private static String nameOf(Path file) {
        String plain =
                file.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9_-]", "-");
        return plain.substring(0, Math.min(64, plain.length()));
    }
}
