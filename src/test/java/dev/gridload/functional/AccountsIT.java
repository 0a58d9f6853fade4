package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import dev.gridload.testing.GridJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that the bulk upload cannot carry: whichever they are and whatever happens, each stands once in Grid. */
class AccountsIT {

    private static final String HEADER = "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,"
            + "postalCode,country,accountType,phoneNumber,provider,vpa,platformAccountId\n";
    private static final String ACCOUNTS = "\"method\":\"POST\",\"path\":\"/customers/external-accounts\"";

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private static String row(String id, String phone) {
        return id + ",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Nairobi,Nairobi,00100,KE,KES_ACCOUNT," + phone
                + ",M-PESA,,a-" + id + "\n";
    }

    private Path kenyans(String name, String prefix, int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            csv.append(row(prefix + "-" + i, "+2547123456" + String.format("%02d", i)));
        }
        return work.write(name, csv.toString());
    }

    private List<Journal.Effect> accounts() {
        return work.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.ACCOUNT_CREATED)
                .toList();
    }

    private long accountPosts() {
        return work.grid.journal().exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals("POST") && exchange.path().endsWith("/external-accounts"))
                .count();
    }

    @Test
    void everyTypeOfTheTemplateArrives() throws Exception {
        CommandRun template = work.gridload("template");
        Path file = work.write("all-types.csv", template.out());

        CommandRun run = work.importing(file);

        assertThat(run.said()).contains("Accounts, each by a call of its own: 9 created; status at Grid: 9 ACTIVE");
        List<Map<String, String>> rows = work.rows("_success.csv");
        assertThat(rows).hasSize(15);
        for (Map<String, String> row : rows) {
            boolean external = row.get("accountType").matches("[A-Z]{3}_ACCOUNT|.*_WALLET");
            assertThat(row.get("gridAccountStatus")).as(row.get("accountType")).isEqualTo(external ? "ACTIVE" : "");
            assertThat(work.grid.journal().effectsOn(row.get("platformCustomerId")))
                    .extracting(effect -> effect.kind() + " " + effect.gridId())
                    .containsExactlyElementsOf(
                            external
                                    ? List.of(
                                            "CUSTOMER_CREATED " + row.get("gridCustomerId"),
                                            "ACCOUNT_CREATED " + row.get("gridAccountId"))
                                    : List.of("CUSTOMER_CREATED " + row.get("gridCustomerId")));
        }
        assertThat(Files.readString(work.result("_summary.json")))
                .contains("\"byState\" : {\n      \"CREATED\" : 9\n    }")
                .contains("\"byStatus\" : {\n      \"ACTIVE\" : 9\n    }");
        assertThat(Files.readString(work.result("_report.html")))
                .contains("<dt>Accounts</dt><dd><bdi>9 created; status at Grid: 9 ACTIVE</bdi></dd>");
    }

    @Test
    void allAccountsAreExternalWhereThatIsAskedFor() {
        Path file = work.write(
                "mixed.csv",
                HEADER + row("k-1", "+254712345678")
                        + "u-1,INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Delhi,Delhi,110001,IN,UPI,,,ada@okbank,\n"
                        + "n-1,INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Delhi,Delhi,110001,IN,,,,,\n");

        CommandRun run = work.importing(file, "--accounts", "external");

        assertThat(run.exitCode()).isZero();
        assertThat(accounts()).extracting(Journal.Effect::platformCustomerId).containsExactlyInAnyOrder("k-1", "u-1");
        assertThat(work.ledger("select text from import_row where customer_id = 'u-1'"))
                .as("nothing of the account goes with the customer")
                .noneMatch(line -> line.contains("UPI") || line.contains("okbank"));
    }

    @Test
    void lostAnswersNeitherLoseNorDoubleAnAccount() {
        Path file = kenyans("lost.csv", "k", 40);
        work.faults("{\"kind\":\"CLOSE_AFTER_EFFECT\"," + ACCOUNTS + ",\"from\":3,\"to\":12},"
                + "{\"kind\":\"CLOSE_BEFORE_EFFECT\"," + ACCOUNTS + ",\"from\":1,\"to\":6},"
                + "{\"kind\":\"HALF_ANSWER\"," + ACCOUNTS + ",\"call\":20},"
                + "{\"kind\":\"ANSWER_AFTER_EFFECT\"," + ACCOUNTS + ",\"call\":22},"
                + "{\"kind\":\"ACCOUNT_LATE\",\"for\":\"PT1S\",\"chance\":0.3,\"seed\":4}");

        CommandRun run = work.importing(file, "--settle", "3s");

        assertThat(run.exitCode()).isZero();
        assertThat(accounts())
                .extracting(Journal.Effect::platformCustomerId)
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(GridJournal.of(work.grid.journal()).blindRepeats()).isEmpty();
        assertThat(work.ledger("select distinct state from account")).containsExactly("CREATED");
        assertThat(work.rows("_success.csv"))
                .allSatisfy(row -> assertThat(work.grid.journal().effectsOn(row.get("platformCustomerId")))
                        .extracting(Journal.Effect::gridId)
                        .containsExactly(row.get("gridCustomerId"), row.get("gridAccountId")));
    }

    @Test
    void rowInDoubtHoldsBackNoAccountOfOthers() {
        Path file = kenyans("doubt.csv", "k", 40);
        work.faults(
                "{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"POST\",\"path\":\"/customers\",\"id\":\"k-1\",\"to\":1}");

        CommandRun run = work.importing(file, "--route", "direct", "--settle", "4s");

        assertThat(run.exitCode()).isZero();
        assertThat(work.created()).hasSize(40).doesNotHaveDuplicates();
        assertThat(accounts())
                .extracting(Journal.Effect::platformCustomerId)
                .hasSize(40)
                .doesNotHaveDuplicates();
        List<Journal.Effect> effects = work.grid.journal().effects().stream()
                .filter(effect -> !effect.kind().name().startsWith("ROW"))
                .toList();
        assertThat(effects.subList(effects.size() - 2, effects.size()))
                .as("the customer in doubt is sent again when all others have their accounts")
                .extracting(effect -> effect.kind() + " " + effect.platformCustomerId())
                .containsExactly("CUSTOMER_CREATED k-1", "ACCOUNT_CREATED k-1");
    }

    @Test
    void patienceThatGridAsksForIsKeptByAllCalls() {
        Path file = kenyans("busy.csv", "k", 30);
        work.faults(
                "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"2\"," + ACCOUNTS + ",\"call\":5}");

        CommandRun run = work.importing(file, "--rate", "50");

        assertThat(run.exitCode()).isZero();
        assertThat(accounts()).hasSize(30);
        assertThat(GridJournal.of(work.grid.journal()).impatient(Duration.ofMillis(150)))
                .isEmpty();
    }

    @Test
    void rowWhoseAccountFailedIsInTheFailedFileAndImportsAgainAsItIs() {
        Path file = kenyans("some.csv", "k", 3);
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":400,\"code\":\"INVALID_BANK_ACCOUNT\","
                + "\"message\":\"Bank account is invalid\",\"id\":\"k-2\"," + ACCOUNTS + "}");

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains("           2  created           in Grid, read back from its list")
                .contains("           1  failed            refused by Grid")
                .contains("Accounts, each by a call of its own: 2 created, 1 failed; status at Grid: 2 ACTIVE");
        List<Map<String, String>> failed = work.rows("_failed.csv");
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0)).containsEntry("gridload_code", "INVALID_BANK_ACCOUNT");
        assertThat(failed.get(0)).containsEntry("gridload_error", "Bank account is invalid");
        assertThat(work.rows("_success.csv")).hasSize(2);

        work.faults("");
        Path again = work.result("_failed.csv");
        CommandRun second = work.gridload("import", again.toString(), "--output", work.folder + "/second");

        assertThat(second.exitCode()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("k-1", "k-2", "k-3");
        assertThat(accounts())
                .extracting(Journal.Effect::platformCustomerId)
                .containsExactlyInAnyOrder("k-1", "k-2", "k-3");
    }

    @Test
    void accountThatIsThereIsNotSentAgain() {
        work.importing(kenyans("first.csv", "k", 5));
        long posts = accountPosts();
        Path other = work.write("second.csv", HEADER + row("k-2", "+254712345602") + row("k-3", "+254712345699"));

        CommandRun run = work.gridload("import", other.toString(), "--output", work.folder + "/second");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said())
                .contains("           2  already existed   in Grid before this import")
                .contains(
                        "Accounts, each by a call of its own: 1 created, 1 already existed; status at Grid: 2 ACTIVE");
        assertThat(accountPosts()).isEqualTo(posts + 1);
        assertThat(accounts()).hasSize(6);
    }

    @Test
    void statusIsReportedAsGridHasIt() {
        work.faults("{\"kind\":\"ACCOUNT_STATUS\",\"accountStatus\":\"UNDER_REVIEW\"}");

        CommandRun run = work.importing(kenyans("some.csv", "k", 2));

        assertThat(run.exitCode()).isZero();
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("gridAccountStatus"))
                .containsExactly("UNDER_REVIEW", "UNDER_REVIEW");
    }

    @Test
    void waitsForActiveAccountsWhereThatIsAskedFor() {
        work.faults("{\"kind\":\"ACCOUNT_STATUS\",\"accountStatus\":\"PENDING\",\"for\":\"PT2S\"}");

        CommandRun run = work.importing(kenyans("some.csv", "k", 2), "--wait-active", "60s");

        assertThat(run.exitCode()).isZero();
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("gridAccountStatus"))
                .containsExactly("ACTIVE", "ACTIVE");
    }
}
