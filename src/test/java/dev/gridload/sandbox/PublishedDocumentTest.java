package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sandbox that is held to the published API alone. */
class PublishedDocumentTest {

    private static final String ACCOUNTS = "/customers/external-accounts";
    private static final String PERSON =
            "\"beneficiary\":{\"beneficiaryType\":\"INDIVIDUAL\",\"fullName\":\"Jane Doe\"";

    private Sandbox sandbox;
    private GridCaller grid;
    private String customer;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withJobTime(Duration.ZERO).withDocument(Document.PUBLISHED));
        grid = new GridCaller(sandbox);
        customer = grid.post("/customers", "{\"customerType\":\"INDIVIDUAL\",\"platformCustomerId\":\"c1\"}")
                .json()
                .get("id")
                .asString();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private GridCaller.Answer account(String currency, String info) {
        return grid.post(
                ACCOUNTS,
                "{\"customerId\":\"" + customer + "\",\"currency\":\"" + currency + "\",\"accountInfo\":{" + info
                        + "}}");
    }

    private static String fields(GridCaller.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        StringBuilder fields = new StringBuilder();
        answer.json()
                .path("details")
                .path("errors")
                .forEach(error -> fields.append(fields.length() == 0 ? "" : " ")
                        .append(error.get("field").asString()));
        return fields.toString();
    }

    @Test
    void knowsNoTypeOfTheGuidesThatWasRenamed() {
        assertThat(fields(account(
                        "USD", "\"accountType\":\"US_ACCOUNT\",\"accountNumber\":\"12345\"" + "," + PERSON + "}")))
                .isEqualTo("accountInfo.accountType");
        assertThat(fields(account("USD", "\"accountType\":\"FBO\",\"currencyCode\":\"USD\"")))
                .isEqualTo("accountInfo.accountType");
    }

    @Test
    void refusesMembersThatTheDocumentDoesNotName() {
        String gbp = "\"accountType\":\"GBP_ACCOUNT\",\"sortCode\":\"204081\",\"accountNumber\":\"40715108\",";
        assertThat(account("GBP", gbp + PERSON + "}").status()).isEqualTo(201);
        assertThat(fields(account("GBP", gbp + "\"bankName\":\"X\"," + PERSON + ",\"taxId\":\"1\"}")))
                .isEqualTo("accountInfo.bankName accountInfo.beneficiary.taxId");
        assertThat(fields(grid.post(
                        "/customers",
                        "{\"customerType\":\"INDIVIDUAL\",\"bankAccountInfo\":{\"accountType\":\"GBP_ACCOUNT\","
                                + "\"sortCode\":\"204081\",\"accountNumber\":\"40715108\"}}")))
                .isEqualTo("bankAccountInfo");
    }

    @Test
    void asksForTheBeneficiaryOfTheTypeAndForOneOfItsRails() {
        assertThat(fields(account(
                        "GTQ",
                        "\"accountType\":\"GTQ_ACCOUNT\",\"accountNumber\":\"1\","
                                + "\"bankAccountType\":\"CHECKING\",\"bankName\":\"X\"," + PERSON + "}")))
                .isEqualTo("accountInfo.beneficiary.countryOfResidence accountInfo.beneficiary.phoneNumber");
        assertThat(fields(account(
                        "COP",
                        "\"accountType\":\"COP_ACCOUNT\",\"accountNumber\":\"1\",\"bankName\":\"X\"," + PERSON + "}")))
                .isEqualTo("accountInfo.accountNumber");
        assertThat(fields(account(
                        "CNY",
                        "\"accountType\":\"CNY_ACCOUNT\",\"accountNumber\":\"1\",\"bankName\":\"X\"," + PERSON + "}")))
                .isEqualTo("accountInfo.beneficiary");
        assertThat(fields(account("BTC", "\"accountType\":\"LIGHTNING\",\"invoice\":\"ln1\",\"bolt12\":\"lno\"")))
                .isEqualTo("accountInfo.invoice");
    }

    @Test
    void asksForMoreOfABusiness() {
        assertThat(fields(grid.post(
                        "/customers", "{\"customerType\":\"BUSINESS\",\"businessInfo\":{\"legalName\":\"Acme\"}}")))
                .isEqualTo("businessInfo.country businessInfo.incorporatedOn businessInfo.taxId");
    }
}
