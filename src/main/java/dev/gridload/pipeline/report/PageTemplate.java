package dev.gridload.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that needs nothing else: no script, no font, no picture, no network. */
final class PageTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

    private PageTemplate() {}

    /**
     * Fills a template in one pass, so that a value which looks like a placeholder stays a value.
     *
     * @param parts placeholder to HTML; the style is added
     */
    static String fill(String template, Map<String, String> parts) {
        Map<String, String> all = new HashMap<>(parts);
        all.put("style", read("style.css"));
        return PLACEHOLDER
                .matcher(read(template))
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(all.get(found.group(1)))));
    }

    private static String read(String name) {
        try (InputStream page = PageTemplate.class.getResourceAsStream("/templates/" + name)) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
