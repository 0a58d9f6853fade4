package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPatternTest {

    @TempDir
    Path folder;

    @Test
    void findsTheFilesOfAPatternInNameOrder() throws IOException {
        Path late = file("drop/c_2026-02-01.csv");
        Path early = file("drop/c_2026-01-31.csv");
        file("drop/.c_2026-03-01.csv");
        file("drop/c_2026-01-31.csv.part");
        file("drop/deeper/c_2026-01-01.csv");

        assertThat(InputPattern.of("drop/c_*.csv", folder).files()).containsExactly(early, late);
    }

    @Test
    void crossesFoldersWithTwoStars() throws IOException {
        Path near = file("drop/2.csv");
        Path far = file("drop/mx/2026/1.csv");

        assertThat(InputPattern.of("drop/{*,**/*}.csv", folder).files()).containsExactly(far, near);
        assertThat(InputPattern.of("drop/*/2026/*.csv", folder).files()).containsExactly(far);
    }

    @Test
    void leavesOutLinksAndFolders() throws IOException {
        Path real = file("drop/real.csv");
        Files.createDirectory(folder.resolve("drop/folder.csv"));
        Files.createSymbolicLink(folder.resolve("drop/link.csv"), file("secret.csv"));

        assertThat(InputPattern.of("drop/*.csv", folder).files()).containsExactly(real);
    }

    @Test
    void takesAFileWhoseNameLooksLikeAPattern() throws IOException {
        Path odd = file("customers[1].csv");

        InputPattern input = InputPattern.of("customers[1].csv", folder);

        assertThat(input.files()).containsExactly(odd);
        assertThat(input.isPattern()).isFalse();
    }

    @Test
    void takesAnAbsolutePath() throws IOException {
        Path file = file("drop/a.csv");

        assertThat(InputPattern.of(file.toString(), Path.of("elsewhere")).files())
                .containsExactly(file);
        assertThat(InputPattern.of(folder + "/drop/*.csv", Path.of("elsewhere")).files())
                .containsExactly(file);
    }

    @Test
    void saysWhichPatternMatchesNothingInWhichFolder() throws IOException {
        file("drop/a.CSV");

        assertThatThrownBy(() -> InputPattern.of("drop/*.csv", folder).files())
                .isInstanceOf(NoInput.class)
                .hasMessage("input: no file in " + folder.resolve("drop")
                        + " matches the pattern \"*.csv\". Check the folder and the pattern; capital letters count.");
        assertThatThrownBy(() -> InputPattern.of("dorp/*.csv", folder).files())
                .hasMessage("input: there is no folder " + folder.resolve("dorp")
                        + " for the pattern \"dorp/*.csv\". Create it, or correct the pattern.");
        assertThatThrownBy(() -> InputPattern.of("a.csv", folder).files())
                .hasMessage("input: there is no file " + folder.resolve("a.csv")
                        + ". Check the name; a relative path in a job file is relative to the job file's folder.");
    }

    @Test
    void refusesAPatternThatIsNotClosed() {
        assertThatThrownBy(() -> InputPattern.of("drop/[a.csv", folder))
                .isInstanceOf(IllegalSetting.class)
                .hasMessage("input: \"drop/[a.csv\" is not a file or a pattern such as drop/*.csv."
                        + " Check that every [ and { is closed.");
    }

    @Test
    void knowsTheFoldersItReads() {
        assertThat(InputPattern.of("drop/*.csv", folder).readsFrom(folder.resolve("drop/../drop")))
                .isTrue();
        assertThat(InputPattern.of("drop/*.csv", folder).readsFrom(folder.resolve("drop/done")))
                .isFalse();
        assertThat(InputPattern.of("drop/**.csv", folder).readsFrom(folder.resolve("drop/done")))
                .isTrue();
        assertThat(InputPattern.of("drop/**/*.csv", folder).readsFrom(folder.resolve("drop/done")))
                .isTrue();
        assertThat(InputPattern.of("drop/*/x.csv", folder).readsFrom(folder.resolve("drop/done")))
                .isTrue();
        assertThat(InputPattern.of("drop/*.csv", folder).readsFrom(folder)).isFalse();
        assertThat(InputPattern.of("drop/a.csv", folder).readsFrom(folder.resolve("drop")))
                .isTrue();
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
