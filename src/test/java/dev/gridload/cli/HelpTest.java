package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void listsEveryCommandWhereverTheRootIsAskedForIt() {
        String help = CommandLineRun.of("--help").out();

        assertThat(help).contains("  import ", "  validate ", "  sandbox ");
        assertThat(CommandLineRun.of("--help", "validate").out()).isEqualTo(help);
        assertThat(CommandLineRun.of("--debug", "-h", "import").out()).isEqualTo(help);
        assertThat(CommandLineRun.of().err()).startsWith(help);
    }

    @Test
    void knowsTheCommandBehindTheOptionThatAllShare() {
        assertThat(CommandLineRun.of("--debug", "validate", "--help").out()).startsWith("Usage: gridload validate ");
    }

    @Test
    void offersTheCommandsThatLookLikeTheOneThatIsNone() {
        assertThat(CommandLineRun.of("validat", "x.csv").err()).isEqualTo("""
                        gridload: Unmatched arguments from index 0: 'validat', 'x.csv'
                        Did you mean: gridload validate or gridload list or gridload status?
                        Try: gridload --help
                        """);
    }
}
