package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.pipeline.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    @TempDir
    Path folder;

    @Test
    void explainsOneRule() {
        CommandLineRun run = CommandLineRun.of("rules", "aba-checksum");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("""
                ABA_CHECKSUM  (check digit; error in production, warning in sandbox)
                  The check digit of the routing number does not fit the other digits.
                """).contains("  For example: 222888888\n");
    }

    @Test
    void suggestsTheRuleThatWasMeant() {
        CommandLineRun typo = CommandLineRun.of("rules", "ABA_CHEKSUM");
        CommandLineRun part = CommandLineRun.of("rules", "uma_");

        assertThat(typo.exitCode()).isEqualTo(1);
        assertThat(typo.err())
                .isEqualToIgnoringNewLines("gridload: there is no rule ABA_CHEKSUM. Did you mean \"ABA_CHECKSUM\"?\n");
        assertThat(part.err())
                .isEqualToIgnoringNewLines(
                        "gridload: there is no rule uma_. Codes with this word: UMA_DOLLAR, UMA_FORMAT, UMA_LENGTH, UMA_REQUIRED.\n");
    }

    @Test
    void listsEveryRuleForPeopleAndForMachines() {
        String people = "\n" + CommandLineRun.of("rules").out();
        String machines = CommandLineRun.of("rules", "--json").out();

        assertThat(RuleBook.read().all()).hasSizeGreaterThan(110).allSatisfy(rule -> {
            assertThat(rule.example()).as(rule.code()).isNotBlank();
            assertThat(people).contains("\n" + rule.code() + "  (").as(rule.code());
            assertThat(machines).contains("\"code\" : \"" + rule.code() + "\"");
        });
    }

    @Test
    void weighsSingleRulesAndRepairsAsAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country
                c1,INDIVIDUAL,Jane Doe 3rd,1990-01-15,1 Main St, Bonn ,NW,53111,DE
                """);

        assertThat(CommandLineRun.of("validate", file.toString()).exitCode()).isZero();
        assertThat(CommandLineRun.of("validate", "--rule", "NAME_UNUSUAL=error", file.toString())
                        .exitCode())
                .isEqualTo(4);
        assertThat(CommandLineRun.of("validate", "--strict", file.toString()).err())
                .contains("error   row 1 (line 2), city: Spaces at the ends of the value were taken away");
        assertThat(CommandLineRun.of("validate", "--strict", "--rule", "REPAIRED_SPACES=off", file.toString())
                        .exitCode())
                .isZero();
        assertThat(CommandLineRun.of("validate", "--rule", "NAME_UNUSAL=off", file.toString()))
                .satisfies(run -> {
                    assertThat(run.exitCode()).isEqualTo(1);
                    assertThat(run.err())
                            .isEqualToIgnoringNewLines(
                                    "gridload: rule: \"NAME_UNUSAL\" is not the code of a rule that can be weighed "
                                            + "otherwise. Did you mean \"NAME_UNUSUAL\"?\n");
                });
        assertThat(CommandLineRun.of("validate", "--rule", "NAME_UNUSUAL=maybe", file.toString())
                        .err())
                .isEqualToIgnoringNewLines(
                        "gridload: rule: \"maybe\" is not one of error, warning, off. For example: rule: error\n");
    }
}
