package dev.gridload.job;

import dev.gridload.job.JobDefinition.Mapping;
import java.nio.file.Path;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;

/** A mapping in a file of its own: the keys {@code renames}, {@code constants} and {@code values}. */
public final class MappingFile {

    private MappingFile() {}

    /**
     * Reads a mapping file.
     *
     * @param gridColumns the columns that a mapping may fill
     * @throws JobFileProblem with every mistake
     */
    public static Mapping read(Path file, Set<String> gridColumns) {
        Mistakes mistakes = new Mistakes(file);
        MappingNode top = YamlTree.read(file, mistakes);
        Mapping mapping = top == null
                ? Mapping.NONE
                : new MappingSection(new Section("", top, mistakes), gridColumns, mistakes).read();
        mistakes.throwIfAny();
        return mapping;
    }
}
