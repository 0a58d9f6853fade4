package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Further rows of a customer add accounts to it, and customers that are in Grid get more. */
class SeveralAccountsIT {

    private static final String HEADER = "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,"
            + "postalCode,country,accountType,accountNumber,bankName,routingNumber,accountCategory,vpa,walletAddress\n";

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private static String row(String id, String account) {
        return id + ",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US," + account + "\n";
    }

    private static String us(int number) {
        return "US_ACCOUNT,12340000" + number + ",Chase,021000021,CHECKING,,";
    }

    private static String upi(String name) {
        return "UPI,,,,," + name + "@okbank,";
    }

    private static final String NONE = ",,,,,,";

    private List<String> accounts() {
        return work.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.ACCOUNT_CREATED)
                .map(Journal.Effect::platformCustomerId)
                .sorted()
                .toList();
    }

    @Test
    void eachFurtherRowAddsItsAccountAndEveryRowEndsInOneFile() {
        Path file = work.write(
                "several.csv",
                HEADER
                        + row("c1", us(1))
                        + row("c2", NONE)
                        + row("c1", us(2))
                        + row("c1", upi("ada"))
                        + row("c2", us(3))
                        + row("c1", us(2))
                        + row("c1", us(4)).replace("Quill", "Other"));

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains(
                        "           5  created           in Grid, read back from its list",
                        "           1  rejected          wrong here, never sent",
                        "           1  repeated          the id stands earlier in the file, never sent",
                        "Accounts, each by a call of its own: 3 created; status at Grid: 3 ACTIVE");
        assertThat(work.created()).containsExactlyInAnyOrder("c1", "c2");
        assertThat(accounts()).containsExactly("c1", "c1", "c2");
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("platformCustomerId") + " " + row.get("outcome") + " "
                        + (row.get("gridAccountId").isEmpty() ? "-" : "account"))
                .containsExactly(
                        "c1 CREATED -",
                        "c2 CREATED -",
                        "c1 CREATED account",
                        "c1 CREATED account",
                        "c2 CREATED account");
        assertThat(work.rows("_success.csv").stream()
                        .filter(row -> row.get("platformCustomerId").equals("c1"))
                        .map(row -> row.get("gridCustomerId"))
                        .distinct())
                .hasSize(1);
        assertThat(work.rows("_failed.csv"))
                .extracting(row -> row.get("gridload_row") + " " + row.get("gridload_code"))
                .containsExactly("6 DUPLICATE_ID", "7 CUSTOMER_DIFFERS");
        assertThat(work.rows("_unprocessed.csv")).isEmpty();
    }

    @Test
    void accountsOfACustomerThatGridRefusedFailWithIt() {
        Path file = work.write(
                "refused.csv", HEADER + row("x-gridfail", us(1)) + row("x-gridfail", us(2)) + row("y", us(3)));

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(work.rows("_failed.csv"))
                .extracting(row -> row.get("gridload_row") + " " + row.get("gridload_code"))
                .element(1)
                .isEqualTo("2 CUSTOMER_NOT_IN_GRID");
        assertThat(work.rows("_failed.csv").get(1))
                .containsEntry("gridload_error", "its customer, in row 1, was refused by Grid");
        assertThat(work.rows("_success.csv")).hasSize(1);
        assertThat(accounts()).isEmpty();
    }

    @Test
    void failedRowsOfAnAccountAreSentAsAccountsWhenTheFileComesBack() {
        Path file = work.write("some.csv", HEADER + row("c1", us(1)) + row("c1", us(2)));
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":400,\"method\":\"POST\","
                + "\"path\":\"/customers/external-accounts\"}");
        assertThat(work.importing(file).exitCode()).isEqualTo(4);
        work.faults("");

        CommandRun again =
                work.gridload("import", work.result("_failed.csv").toString(), "--output", work.folder + "/second");

        assertThat(again.exitCode()).isZero();
        assertThat(again.said()).contains("Accounts, each by a call of its own: 1 created; status at Grid: 1 ACTIVE");
        assertThat(work.created()).containsExactly("c1");
        assertThat(accounts()).containsExactly("c1");
    }

    @Test
    void retrySendsTheAccountAndNotTheCustomer() {
        Path file = work.write("some.csv", HEADER + row("c1", us(1)) + row("c1", us(2)));
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":400,\"method\":\"POST\","
                + "\"path\":\"/customers/external-accounts\"}");
        assertThat(work.importing(file).exitCode()).isEqualTo(4);
        work.faults("");

        CommandRun again = work.gridload("retry", "1");

        assertThat(again.exitCode()).isZero();
        assertThat(work.created()).containsExactly("c1");
        assertThat(accounts()).containsExactly("c1");
    }

    @Test
    void accountsOnlyAddsToCustomersThatAreThere() {
        work.importing(work.write("customers.csv", HEADER + row("c1", NONE) + row("c2", us(1))));
        Path file = work.write(
                "accounts.csv",
                HEADER
                        + row("c1", us(1))
                        + row("c1", us(2))
                        + row("nobody", us(3))
                        + row("c2", upi("ada"))
                        + row("c2", NONE));

        CommandRun run =
                work.gridload("import", file.toString(), "--accounts-only", "--output", work.folder + "/second");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(work.created()).as("no customer was made").containsExactlyInAnyOrder("c1", "c2");
        assertThat(work.uploads()).isEqualTo(1);
        assertThat(accounts()).containsExactly("c1", "c1", "c2");
        List<Map<String, String>> failed = work.records(Path.of(work.folder + "/second/accounts_2_failed.csv"));
        assertThat(failed)
                .extracting(row ->
                        row.get("gridload_row") + " " + row.get("gridload_code") + " " + row.get("gridload_column"))
                .containsExactly("3 CUSTOMER_NOT_FOUND platformCustomerId", "5 ACCOUNT_NEEDED accountType");
        assertThat(work.records(Path.of(work.folder + "/second/accounts_2_success.csv")))
                .extracting(row -> row.get("platformCustomerId") + " " + row.get("outcome"))
                .containsExactly("c1 CREATED", "c1 CREATED", "c2 CREATED");
    }

    @Test
    void accountsOnlyIsAnotherImportThanThatOfTheCustomers() {
        Path file = work.write("both.csv", HEADER + row("c1", upi("ada")));
        work.importing(file);

        CommandRun run =
                work.gridload("import", file.toString(), "--accounts-only", "--output", work.folder + "/second");

        assertThat(run.said().get(0)).startsWith("Import 2: both.csv, 1 row");
        assertThat(accounts()).containsExactly("c1");
        assertThat(work.gridload("import", file.toString(), "--accounts-only")
                        .said()
                        .get(0))
                .contains("is already imported: import 2");
    }
}
