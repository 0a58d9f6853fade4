package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.pipeline.RuleBook;
import dev.gridload.pipeline.RuleBook.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code docs/rules.md} true; {@code -Dupdate} writes it again. */
class RulesPageTest {

    private static final Path PAGE = Path.of("docs/rules.md");
    private static final String BEGIN = "<!-- rules:begin -->\n";
    private static final String END = "<!-- rules:end -->";

    @Test
    void listsEveryRuleAsItIs() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(BEGIN)) + BEGIN + table() + page.substring(page.indexOf(END));
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/rules.md; write it again with -Dtest=RulesPageTest -Dupdate")
                .isEqualTo(wanted);
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| code | class | production | sandbox | meaning |\n|---|---|---|---|---|\n");
        for (Entry rule : RuleBook.read().all()) {
            table.append("| `%s`%s | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.code(),
                            rule.adjustable() ? "" : "*",
                            RulesCommand.className(rule.ruleClass()),
                            rule.production().name().toLowerCase(Locale.ROOT),
                            rule.sandbox().name().toLowerCase(Locale.ROOT),
                            rule.meaning().replace("|", "\\|").replace("<", "&lt;")));
        }
        return table.toString();
    }
}
