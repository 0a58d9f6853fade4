package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsAndConfigTest {

    private static final String BENEFICIARY =
            ",\"beneficiary\":{\"beneficiaryType\":\"INDIVIDUAL\",\"fullName\":\"Ann Lee\"}";
    private static final String PATH = "/customers/external-accounts";

    private Sandbox sandbox;
    private GridCaller grid;
    private String customer;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults().withClock(new MovableClock()));
        grid = new GridCaller(sandbox);
        customer = grid.post("/customers", "{\"customerType\":\"INDIVIDUAL\",\"platformCustomerId\":\"p1\"}")
                .text("id");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String account(String owner, String currency, String accountInfo) {
        return "{" + (owner.isEmpty() ? "" : "\"customerId\":\"" + owner + "\",") + "\"currency\":\"" + currency
                + "\",\"platformAccountId\":\"a1\",\"accountInfo\":{" + accountInfo + "}}";
    }

    private String clabe(String number) {
        return "\"accountType\":\"CLABE\",\"clabeNumber\":\"" + number + "\",\"bankName\":\"BBVA\"" + BENEFICIARY;
    }

    @Test
    void createsFindsAndDeletesAnAccount() {
        GridCaller.Answer created = grid.post(PATH, account(customer, "MXN", clabe("123456789012345678")));

        assertThat(created.status()).isEqualTo(201);
        String id = created.text("id");
        assertThat(created.json())
                .hasToString("{\"id\":\"" + id + "\",\"customerId\":\"" + customer + "\",\"status\":\"ACTIVE\","
                        + "\"currency\":\"MXN\",\"platformAccountId\":\"a1\",\"accountInfo\":{"
                        + clabe("123456789012345678") + "}}");
        assertThat(id).startsWith("ExternalAccount:");
        assertThat(grid.get(PATH + "/" + id).json()).isEqualTo(created.json());
        GridCaller.Answer list = grid.get(PATH + "?customerId=" + GridCaller.encode(customer) + "&currency=MXN");
        assertThat(list.json().path("data").get(0)).isEqualTo(created.json());
        assertThat(list.json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(sandbox.journal().effectsOn("p1"))
                .extracting(Journal.Effect::gridId)
                .containsExactly(customer, id);
        assertThat(grid.delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(grid.get(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(grid.get(PATH).json().path("totalCount").asInt()).isZero();
    }

    @Test
    void theSameAccountOfTheSameCustomerConflicts() {
        grid.post(PATH, account(customer, "MXN", clabe("123456789012345678")));

        GridCaller.Answer again = grid.post(
                PATH, account(customer, "MXN", clabe("123456789012345678").replace("BBVA", "Other")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("CONFLICT");
        assertThat(grid.post(PATH, account(customer, "MXN", clabe("123456789012345679")))
                        .status())
                .isEqualTo(201);
        assertThat(grid.post(PATH, account("", "MXN", clabe("123456789012345678")))
                        .status())
                .as("the platform's own")
                .isEqualTo(201);
    }

    @Test
    void anUnknownCustomerHasNoAccounts() {
        GridCaller.Answer answer = grid.post(
                PATH, account("Customer:019542f5-b3e7-1d02-0000-000000000001", "MXN", clabe("123456789012345678")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("USER_NOT_FOUND");
        assertThat(grid.get(PATH + "?customerId=nobody").json())
                .hasToString("{\"data\":[],\"hasMore\":false,\"totalCount\":0}");
    }

    @Test
    void namesEveryWrongFieldOfAnAccount() {
        assertThat(grid.post(PATH, "{}").fields()).containsExactly("currency", "accountInfo");
        assertThat(grid.post(PATH, account(customer, "USD", "")).fields()).containsExactly("accountInfo.accountType");
        assertThat(grid.post(PATH, account(customer, "USD", "\"accountType\":\"X\""))
                        .fields())
                .containsExactly("accountInfo.accountType");
        assertThat(grid.post(PATH, account(customer, "CAD", "\"accountType\":\"CAD_ACCOUNT\",\"bankCode\":\"1\""))
                        .fields())
                .containsExactly(
                        "accountInfo.bankCode",
                        "accountInfo.branchCode",
                        "accountInfo.accountNumber",
                        "accountInfo.beneficiary");
        assertThat(grid.post(
                                PATH,
                                account(
                                        customer,
                                        "KES",
                                        "\"accountType\":\"KES_ACCOUNT\",\"phoneNumber\":\"+25471\",\"provider\":\"M-PESA\","
                                                + "\"beneficiary\":{\"beneficiaryType\":\"BUSINESS\"}"))
                        .fields())
                .containsExactly("accountInfo.phoneNumber", "accountInfo.beneficiary.legalName");
    }

    @Test
    void takesWalletsWithoutBeneficiaryAndPublishedTypesWithOne() {
        assertThat(grid.post(PATH, account(customer, "BTC", "\"accountType\":\"SPARK_WALLET\",\"address\":\"spark1x\""))
                        .status())
                .isEqualTo(201);
        assertThat(grid.post(
                                PATH,
                                account(
                                        customer,
                                        "USD",
                                        "\"accountType\":\"USD_ACCOUNT\",\"accountNumber\":\"123\","
                                                + "\"routingNumber\":\"021000021\"" + BENEFICIARY))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void accountListHasPages() {
        for (int number = 0; number < 5; number++) {
            grid.post(PATH, account(customer, "MXN", clabe("12345678901234567" + number)));
        }

        GridCaller.Answer first = grid.get(PATH + "?limit=3");
        assertThat(first.json().path("data").size()).isEqualTo(3);
        assertThat(first.json().path("totalCount").asInt()).isEqualTo(5);
        GridCaller.Answer second = grid.get(PATH + "?limit=3&cursor=" + GridCaller.encode(first.text("nextCursor")));
        assertThat(second.json().path("data").size()).isEqualTo(2);
        assertThat(second.json().path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void configCanBeReadAndChangedButNotWhatProvidersRequire() {
        GridCaller.Answer config = grid.get("/config");
        assertThat(config.text("umaDomain")).isEqualTo("sandbox.example");
        assertThat(config.json().path("supportedCurrencies").get(0).toString())
                .isEqualTo("{\"currencyCode\":\"USD\",\"minAmount\":1,\"maxAmount\":100000000,"
                        + "\"requiredCounterpartyFields\":[],"
                        + "\"providerRequiredCustomerFields\":[\"FULL_NAME\",\"BIRTH_DATE\"],"
                        + "\"enabledTransactionTypes\":[\"OUTGOING\",\"INCOMING\"]}");

        GridCaller.Answer changed = grid.patch(
                "/config",
                "{\"umaDomain\":\"mine.example\",\"supportedCurrencies\":[{\"currencyCode\":\"USD\",\"minAmount\":5}]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("supportedCurrencies").toString())
                .isEqualTo("[{\"currencyCode\":\"USD\",\"minAmount\":5,"
                        + "\"providerRequiredCustomerFields\":[\"FULL_NAME\",\"BIRTH_DATE\"]}]");
        assertThat(grid.post("/customers", "{\"customerType\":\"BUSINESS\"}").text("umaAddress"))
                .isEqualTo("$c1@mine.example");
        assertThat(grid.get("/customers/" + customer).text("umaAddress")).isEqualTo("$c0@sandbox.example");
        assertThat(grid.patch("/config", "{\"umaDomain\":7}").fields()).containsExactly("umaDomain");
    }

    @Test
    void givesKycLinksInBothForms() {
        GridCaller.Answer byGet = grid.get("/customers/kyc-link?platformCustomerId=new&redirectUri=https://a.example");
        assertThat(byGet.status()).isEqualTo(200);
        assertThat(byGet.text("platformCustomerId")).isEqualTo("new");
        assertThat(byGet.text("kycUrl")).startsWith("https://kyc.sandbox.example/onboard/");
        assertThat(grid.get("/customers/kyc-link").status()).isEqualTo(400);

        String path = "/customers/" + customer + "/kyc-link";
        GridCaller.Answer byPost = grid.post(path, "{\"redirectUri\":\"https://a.example\"}");
        assertThat(byPost.status()).isEqualTo(201);
        assertThat(byPost.text("provider")).isEqualTo("SUMSUB");
        assertThat(byPost.text("expiresAt")).isEqualTo("2026-03-02T10:00:00.123Z");
        assertThat(grid.post(path, "{\"redirectUri\":\"ftp://a\"}").status()).isEqualTo(400);
        assertThat(grid.post("/customers/nobody/kyc-link", "{}").text("code")).isEqualTo("USER_NOT_FOUND");
        assertThat(keyed(path).json()).isEqualTo(keyed(path).json());
    }

    private GridCaller.Answer keyed(String path) {
        return grid.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Authorization", GridCaller.basic("sandbox", "sandbox"))
                .header("Idempotency-Key", "k1")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
