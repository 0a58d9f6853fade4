package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerEndpointsTest {

    private final MovableClock clock = new MovableClock();
    private Sandbox sandbox;
    private GridCaller grid;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults().withClock(clock).withJobTime(Duration.ZERO));
        grid = new GridCaller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String person(String id, String more) {
        return "{\"platformCustomerId\":\"" + id + "\",\"customerType\":\"INDIVIDUAL\",\"fullName\":\"Ann Lee\"" + more
                + "}";
    }

    @Test
    void createsACustomerAndGivesBackWhatIsPublic() {
        GridCaller.Answer created = grid.post(
                "/customers",
                person(
                        "p1",
                        ",\"birthDate\":\"1990-01-15\",\"nationality\":\"US\",\"identifier\":\"123-45-6789\","
                                + "\"bankAccountInfo\":{\"accountType\":\"CLABE\",\"clabeNumber\":\"123456789012345678\"}"));

        assertThat(created.status()).isEqualTo(201);
        String id = created.text("id");
        assertThat(created.json())
                .hasToString("{\"id\":\"" + id + "\",\"platformCustomerId\":\"p1\",\"customerType\":\"INDIVIDUAL\","
                        + "\"umaAddress\":\"$c0@sandbox.example\",\"kycStatus\":\"APPROVED\",\"fullName\":\"Ann Lee\","
                        + "\"birthDate\":\"1990-01-15\",\"nationality\":\"US\","
                        + "\"createdAt\":\"2026-03-01T10:00:00.123Z\",\"updatedAt\":\"2026-03-01T10:00:00.123Z\","
                        + "\"isDeleted\":false}");
        assertThat(grid.get("/customers/" + id).json()).isEqualTo(created.json());
        assertThat(grid.get("/customers/" + GridCaller.encode(id)).json()).isEqualTo(created.json());
        assertThat(created.response().headers().firstValue("Date")).isPresent();
        assertThat(sandbox.journal().effectsOn("p1"))
                .containsExactly(new Journal.Effect(Journal.EffectKind.CUSTOMER_CREATED, "p1", id, 1));
    }

    @Test
    void makesUpAPlatformIdWhenNoneIsSent() {
        assertThat(grid.post("/customers", "{\"customerType\":\"BUSINESS\"}").text("platformCustomerId"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        GridCaller.Answer answer = grid.post(
                "/customers",
                "{\"customerType\":\"PERSON\",\"birthDate\":\"15.1.1990\",\"phoneNumber\":\"0123\",\"email\":\"a\","
                        + "\"region\":\"USA\",\"nationality\":\"us\",\"fullName\":7,\"address\":{\"line1\":\"x\"},"
                        + "\"businessInfo\":{\"incorporatedOn\":\"2018\"},"
                        + "\"bankAccountInfo\":{\"accountType\":\"US_ACCOUNT\",\"accountNumber\":\"12\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("INVALID_INPUT");
        assertThat(answer.fields())
                .containsExactly(
                        "customerType",
                        "fullName",
                        "birthDate",
                        "phoneNumber",
                        "email",
                        "region",
                        "nationality",
                        "address.postalCode",
                        "address.country",
                        "businessInfo.legalName",
                        "businessInfo.incorporatedOn",
                        "bankAccountInfo.accountNumber",
                        "bankAccountInfo.routingNumber",
                        "bankAccountInfo.accountCategory");
        assertThat(answer.json().path("details").path("errors").get(0).toString())
                .isEqualTo("{\"field\":\"customerType\",\"constraint\":{\"enum\":[\"INDIVIDUAL\",\"BUSINESS\"]},"
                        + "\"message\":\"customerType must be one of INDIVIDUAL,BUSINESS\"}");
    }

    @Test
    void refusesBodiesThatAreNoJsonObject() {
        assertThat(grid.post("/customers", "{\"a\":").json())
                .hasToString("{\"status\":400,\"code\":\"INVALID_INPUT\",\"message\":\"The body is not valid JSON\"}");
        assertThat(grid.post("/customers", "[]").json())
                .hasToString(
                        "{\"status\":400,\"code\":\"INVALID_INPUT\",\"message\":\"The body must be a JSON object\"}");
        assertThat(grid.post("/customers", person("bad-gridfail", "")).fields())
                .containsExactly("bankAccountInfo.accountNumber");
    }

    @Test
    void aCurrencyAsksForTheFieldsOfItsProvider() {
        GridCaller.Answer answer = grid.post("/customers", person("p1", ",\"currencies\":[\"USD\"]"));

        assertThat(answer.json())
                .hasToString("{\"status\":400,\"code\":\"MISSING_MANDATORY_USER_INFO\","
                        + "\"message\":\"BIRTH_DATE is required for USD\"}");
        assertThat(grid.post("/customers", person("p1", ",\"currencies\":[\"USD\"],\"birthDate\":\"1990-01-15\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anActiveIdAndATakenAddressConflict() {
        grid.post("/customers", person("p1", ",\"umaAddress\":\"$Ann@x.example\""));

        GridCaller.Answer sameId = grid.post("/customers", person("p1", ""));
        assertThat(sameId.status()).isEqualTo(409);
        assertThat(sameId.text("code")).isEqualTo("CONFLICT");
        GridCaller.Answer sameAddress = grid.post("/customers", person("p2", ",\"umaAddress\":\"$ann@x.example\""));
        assertThat(sameAddress.status()).isEqualTo(409);
        assertThat(sameAddress.text("code")).isEqualTo("UMA_ADDRESS_EXISTS");
        assertThat(grid.post("/customers", person("p3", ",\"umaAddress\":\"$c0@sandbox.example\""))
                        .status())
                .as("the generated address of nobody: the first customer brought its own")
                .isEqualTo(201);
        GridCaller.Answer malformed = grid.post("/customers", person("p4", ",\"umaAddress\":\"ann\""));
        assertThat(malformed.text("code")).isEqualTo("INVALID_UMA_ADDRESS");
        assertThat(sandbox.journal().count(Journal.EffectKind.CUSTOMER_CREATED)).isEqualTo(2);
    }

    @Test
    void changesAPartOfABusiness() {
        String id = grid.post(
                        "/customers",
                        "{\"platformCustomerId\":\"b1\",\"customerType\":\"BUSINESS\",\"businessInfo\":{\"legalName\":\"Acme\"}}")
                .text("id");

        GridCaller.Answer changed = grid.patch("/customers/" + id, "{\"businessInfo\":{\"taxId\":\"47-1234567\"}}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("businessInfo").path("legalName").asString())
                .isEqualTo("Acme");
        assertThat(changed.json().path("businessInfo").path("taxId").asString()).isEqualTo("47-1234567");
    }

    @Test
    void changesACustomer() {
        String id = grid.post(
                        "/customers",
                        person("p1", ",\"address\":{\"line1\":\"1 Road\",\"postalCode\":\"9\",\"country\":\"US\"}"))
                .text("id");
        grid.post("/customers", person("p2", ",\"umaAddress\":\"$b@x.example\""));
        clock.move(Duration.ofMinutes(1));

        GridCaller.Answer changed =
                grid.patch("/customers/" + id, "{\"fullName\":\"Ann Doe\",\"umaAddress\":\"$a@x.example\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("fullName")).isEqualTo("Ann Doe");
        assertThat(changed.text("umaAddress")).isEqualTo("$a@x.example");
        assertThat(changed.json().path("address").path("line1").asString()).isEqualTo("1 Road");
        assertThat(changed.text("createdAt")).isEqualTo("2026-03-01T10:00:00.123Z");
        assertThat(changed.text("updatedAt")).isEqualTo("2026-03-01T10:01:00.123Z");
        assertThat(grid.get("/customers/" + id).json()).isEqualTo(changed.json());
        assertThat(grid.patch("/customers/" + id, "{\"umaAddress\":\"$b@x.example\"}")
                        .text("code"))
                .isEqualTo("UMA_ADDRESS_EXISTS");
        assertThat(grid.patch("/customers/" + id, "{\"customerType\":\"BUSINESS\"}")
                        .text("message"))
                .isEqualTo("customerType cannot be changed");
        assertThat(grid.patch("/customers/" + id, "{\"email\":\"a@b.co\",\"phoneNumber\":\"+14155551234\"}")
                        .text("message"))
                .isEqualTo("email and phoneNumber must be updated in separate requests");
        assertThat(grid.everyPage("updatedAfter=2026-03-01T10:00:30Z")).containsExactly("p1");
    }

    @Test
    void aDeletedIdIsFreeAgain() {
        String id = grid.post("/customers", person("p1", ",\"umaAddress\":\"$a@x.example\""))
                .text("id");

        GridCaller.Answer deleted = grid.delete("/customers/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().path("isDeleted").asBoolean()).isTrue();
        GridCaller.Answer again = grid.delete("/customers/" + id);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text("code")).isEqualTo("CUSTOMER_DELETED");
        assertThat(grid.everyPage("platformCustomerId=p1")).isEmpty();
        assertThat(grid.post("/customers", person("p1", ",\"umaAddress\":\"$a@x.example\""))
                        .status())
                .isEqualTo(201);
        assertThat(grid.everyPage("limit=1")).containsExactly("p1");
        assertThat(grid.everyPage("limit=1&isIncludingDeleted=true")).containsExactly("p1", "p1");
        assertThat(grid.everyPage("limit=1&platformCustomerId=p1&isIncludingDeleted=true"))
                .containsExactly("p1", "p1");
        assertThat(grid.get("/customers").json().path("totalCount").asInt()).isEqualTo(1);
        assertThat(grid.get("/customers?isIncludingDeleted=true")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void pagesShowEachCustomerOnceAlsoAmongEqualTimes() {
        List<String> expected = new ArrayList<>();
        for (int batch = 0; batch < 4; batch++) {
            StringBuilder csv = new StringBuilder(
                    "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n");
            for (int row = 0; row < 1_000; row++) {
                String id = "c" + batch + "-" + row;
                expected.add(id);
                csv.append(id).append(",INDIVIDUAL,Ann Lee,1990-01-15,1 Road,Town,CA,94105,US\n");
            }
            grid.upload(csv.toString());
            clock.move(Duration.ofMinutes(1));
        }

        assertThat(grid.everyPage("limit=100")).isEqualTo(expected);
        assertThat(grid.everyPage(
                        "limit=77&createdAfter=2026-03-01T10:01:00.123Z&createdBefore=2026-03-01T10:02:00.123Z"))
                .isEqualTo(expected.subList(1_000, 3_000));
        assertThat(grid.get("/customers?createdAfter=2026-03-01T12:01:00.124%2B02:00")
                        .json()
                        .path("totalCount")
                        .asInt())
                .isEqualTo(2_000);
        assertThat(grid.get("/customers?createdBefore=2026-03-01T10:00:00.122Z")
                        .json()
                        .path("data")
                        .size())
                .isZero();
        assertThat(grid.get("/customers").json().path("data").size()).isEqualTo(20);
    }

    @Test
    void filtersByTypeRegionCurrencyAndAddress() {
        grid.post("/customers", person("us", ",\"region\":\"US\",\"umaAddress\":\"$us@x.example\""));
        grid.post(
                "/customers",
                person("mx", ",\"region\":\"MX\",\"currencies\":[\"EUR\",\"BTC\"],\"birthDate\":\"1990-01-15\""));
        grid.post("/customers", "{\"customerType\":\"BUSINESS\",\"platformCustomerId\":\"biz\"}");

        assertThat(grid.everyPage("customerType=BUSINESS")).containsExactly("biz");
        assertThat(grid.everyPage("region=MX")).containsExactly("mx");
        assertThat(grid.everyPage("currency=BTC")).containsExactly("mx");
        assertThat(grid.everyPage("currency=USD")).as("its region's own").containsExactly("us");
        assertThat(grid.everyPage("umaAddress=%24US%40x.example")).containsExactly("us");
        assertThat(grid.everyPage("umaAddress=%24c2%40sandbox.example")).containsExactly("biz");
        assertThat(grid.everyPage("umaAddress=%24us%40x.example&platformCustomerId=mx"))
                .isEmpty();
        assertThat(grid.get("/customers?region=MX").json().path("totalCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesParametersThatAreNotDocumented() {
        for (String query : List.of(
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "cursor=%24",
                "customerType=PERSON",
                "createdAfter=today",
                "isIncludingDeleted=1")) {
            GridCaller.Answer answer = grid.get("/customers?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("INVALID_INPUT");
        }
    }

    @Test
    void unknownCustomerIsNotFound() {
        for (String id : List.of("Customer:019542f5-b3e7-1d02-0000-000000000001", "p1")) {
            GridCaller.Answer answer = grid.get("/customers/" + id);
            assertThat(answer.json())
                    .hasToString("{\"status\":404,\"code\":\"USER_NOT_FOUND\",\"message\":\"Customer not found\"}");
        }
    }
}
