package dev.gridload.job;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file as far as its tree, in which every node knows its line. No object is ever made from a tag. */
final class YamlTree {

    private static final int MOST_BYTES = 1 << 20;

    private YamlTree() {}

    /** The mapping at the top of the file; null after a mistake. */
    static @Nullable MappingNode read(Path file, Mistakes mistakes) {
        String text = text(file, mistakes);
        if (text == null) {
            return null;
        }
        Node top = compose(text, mistakes);
        if (top instanceof MappingNode mapping) {
            return mapping;
        }
        if (top != null) {
            mistakes.add(top, "", "the file is not a list of \"key: value\" lines", "See jobs/nightly.yaml for one.");
        }
        return null;
    }

    private static @Nullable String text(Path file, Mistakes mistakes) {
        try {
            if (!Files.exists(file)) {
                mistakes.addForFile("there is no such file", "Check the path.");
                return null;
            }
            if (!Files.isRegularFile(file)) {
                mistakes.addForFile("this is not a file", "Name a YAML file.");
                return null;
            }
            if (Files.size(file) > MOST_BYTES) {
                mistakes.addForFile("the file is larger than 1 MiB", "A job file is a page long. Is this the input?");
                return null;
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            mistakes.addForFile("the file is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException unreadable) {
            mistakes.addForFile("the file cannot be read", "Check its permissions.");
        }
        return null;
    }

    private static @Nullable Node compose(String text, Mistakes mistakes) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(10);
        limits.setNestingDepthLimit(10);
        limits.setCodePointLimit(MOST_BYTES);
        try {
            Node top = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text));
            if (top == null) {
                mistakes.addForFile("the file is empty", "See jobs/nightly.yaml for one that is not.");
            }
            return top;
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark() != null ? wrong.getProblemMark() : wrong.getContextMark();
            Wording wording = Wording.of(wrong.getProblem() + " " + wrong.getContext());
            if (mark == null) {
                mistakes.addForFile(wording.message, wording.hint);
            } else {
                mistakes.add(mark, "", wording.message, wording.hint);
            }
        } catch (YAMLException wrong) {
            Wording wording = Wording.of(String.valueOf(wrong.getMessage()));
            mistakes.addForFile(wording.message, wording.hint);
        }
        return null;
    }

    /** The parser speaks of tokens and flow nodes; an operator does not. First match wins. */
    private enum Wording {
        TAB("\\t", "a tab stands where only spaces may", "Replace it by spaces."),
        COLON(
                "mapping values are not allowed",
                "a second \":\" stands on this line, or the line above has no key",
                "Put quotes around a value that contains a colon; check the indentation."),
        QUOTE("quoted scalar", "a quote is opened and never closed", "Add the closing quote."),
        BRACKET("flow ", "a [ or { is opened and never closed", "Close it, or put quotes around the value."),
        ALIAS("undefined alias", "a value begins with * and names nothing", "Put quotes around it: \"*.csv\"."),
        MANY_ALIASES("aliases", "too many references to other parts of the file", "Write the values out."),
        DEEP("nesting depth", "the sections are nested too deeply", "A job file needs three levels at most."),
        CHARACTER("special characters", "the file holds a control character", "Save it as plain text."),
        TAG("global tag", "a tag such as !!name stands before the value", "Remove the tag."),
        SECOND("single document", "a second document begins here", "Keep one job in one file."),
        VALUE_START(
                "cannot start any token",
                "a value begins with a character that needs quotes",
                "Put quotes around the value."),
        ALIAS_NAME("alias", "a value begins with * or & and is not quoted", "Put quotes around it: \"*.csv\"."),
        KEY("could not find expected ':'", "a line has no \":\" after its key", "Write key: value."),
        INDENTATION(
                "block",
                "the indentation does not fit the lines above",
                "Begin every key of a section in the same column."),
        OTHER("", "this line is not readable as YAML", "Compare it with jobs/nightly.yaml.");

        private final String sign;
        private final String message;
        private final String hint;

        Wording(String sign, String message, String hint) {
            this.sign = sign;
            this.message = message;
            this.hint = hint;
        }

        static Wording of(String problem) {
            String words = problem.toLowerCase(Locale.ROOT);
            for (Wording wording : values()) {
                if (words.contains(wording.sign)) {
                    return wording;
                }
            }
            return OTHER;
        }
    }
}
