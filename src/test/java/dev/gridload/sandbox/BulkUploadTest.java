package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkUploadTest {

    /** The first guide's example, as it stands. */
    private static final String GUIDE_EXAMPLE = """
            platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,accountType,accountNumber,bankName,platformAccountId,businessLegalName,routingNumber,accountCategory
            customer123,INDIVIDUAL,John Doe,1990-01-15,123 Main St,San Francisco,CA,94105,US,US_ACCOUNT,123456789,Chase Bank,chase_primary_1234,,222888888,SAVINGS
            biz456,BUSINESS,,,400 Commerce Way,Austin,TX,78701,US,US_ACCOUNT,987654321,Bank of America,boa_business_5678,Acme Corp,121212121,CHECKING
            """;

    private static final String HEADER =
            "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,umaAddress\n";
    private static final String PERSON = ",INDIVIDUAL,Ann Lee,1990-01-15,1 Road,Town,CA,94105,US,";

    private final MovableClock clock = new MovableClock();
    private Sandbox sandbox;
    private GridCaller grid;

    @BeforeEach
    void start() {
        start(Duration.ZERO, JobShape.GUIDES);
    }

    private void start(Duration jobTime, JobShape shape) {
        stop();
        sandbox = Sandbox.start(
                SandboxSettings.defaults().withClock(clock).withJobTime(jobTime).withJobShape(shape));
        grid = new GridCaller(sandbox);
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void everyRowOfTheGuidesExampleBecomesACustomer() {
        GridCaller.Answer upload = grid.upload(GUIDE_EXAMPLE);

        assertThat(upload.status()).isEqualTo(202);
        assertThat(upload.text("status")).isEqualTo("PENDING");
        assertThat(upload.text("jobId")).matches("Job:[0-9a-f-]{36}");
        GridCaller.Answer job = grid.get("/customers/bulk/jobs/" + upload.text("jobId"));
        assertThat(job.json())
                .hasToString("{\"jobId\":\"" + upload.text("jobId") + "\",\"status\":\"COMPLETED\","
                        + "\"progress\":{\"total\":2,\"processed\":2,\"successful\":2,\"failed\":0},"
                        + "\"errors\":[],\"completedAt\":\"2026-03-01T10:00:00.123Z\"}");
        assertThat(grid.get("/customers").json().path("data").get(1).toString())
                .matches("\\{\"id\":\"Customer:[0-9a-f-]{36}\",\"platformCustomerId\":\"biz456\","
                        + "\"customerType\":\"BUSINESS\",\"umaAddress\":\"\\$c1@sandbox.example\","
                        + "\"kybStatus\":\"APPROVED\",\"region\":\"US\",\"businessInfo\":\\{\"legalName\":\"Acme Corp\"},"
                        + "\"address\":\\{\"line1\":\"400 Commerce Way\",\"city\":\"Austin\",\"state\":\"TX\","
                        + "\"postalCode\":\"78701\",\"country\":\"US\"},\"createdAt\":\"2026-03-01T10:00:00.123Z\","
                        + "\"updatedAt\":\"2026-03-01T10:00:00.123Z\",\"isDeleted\":false}");
    }

    @Test
    void acceptsThePublishedExampleWithItsShortRowsAndAddressesWithoutDollarSign() {
        String upload = grid.upload("""
                        umaAddress,platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,businessLegalName,platformAccountId
                        john.doe@uma.domain.com,customer123,INDIVIDUAL,John Doe,1990-01-15,123 Main St,San Francisco,CA,94105,US
                        """).text("jobId");

        assertThat(grid.get("/customers/bulk/jobs/" + upload)
                        .json()
                        .path("progress")
                        .path("successful")
                        .asInt())
                .isEqualTo(1);
        assertThat(grid.everyPage("umaAddress=" + GridCaller.encode("$john.doe@uma.domain.com")))
                .containsExactly("customer123");
    }

    @Test
    void jobMovesWithTheClock() {
        start(Duration.ofSeconds(10), JobShape.PUBLISHED);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row < 90; row++) {
            csv.append("c").append(row).append(PERSON).append('\n');
        }
        String job = "/customers/bulk/jobs/" + grid.upload(csv.toString()).text("jobId");

        assertThat(grid.get(job).text("status")).isEqualTo("PENDING");
        assertThat(grid.get("/customers").json().path("totalCount").asInt()).isZero();
        clock.move(Duration.ofSeconds(4));
        GridCaller.Answer third = grid.get(job);
        assertThat(third.text("status")).isEqualTo("PROCESSING");
        assertThat(third.json().path("progress").path("processed").asInt()).isEqualTo(30);
        assertThat(third.json().has("completedAt")).isFalse();
        assertThat(grid.get("/customers").json().path("totalCount").asInt()).isEqualTo(30);
        clock.move(Duration.ofSeconds(6));
        GridCaller.Answer end = grid.get(job);
        assertThat(end.text("status")).isEqualTo("COMPLETED");
        assertThat(end.json().path("progress").path("successful").asInt()).isEqualTo(90);
        assertThat(end.text("completedAt")).isEqualTo("2026-03-01T10:00:10.123Z");
        assertThat(sandbox.journal().count(Journal.EffectKind.CUSTOMER_CREATED)).isEqualTo(90);
    }

    @Test
    void failingRowsAreNamedInTheShapeOfTheGuides() {
        grid.upload(HEADER + "taken" + PERSON + "$taken@x.example\n");
        String job = grid.upload(HEADER
                        + "a-gridfail" + PERSON + "\n"
                        + "taken" + PERSON + "\n"
                        + "b" + PERSON + "$TAKEN@x.example\n"
                        + "c,PERSON,Ann Lee,1990-01-15,1 Road,Town,CA,94105,US,\n"
                        + "d,INDIVIDUAL,,1990-01-15,1 Road,Town,CA,94105,US,\n"
                        + "e,INDIVIDUAL,Ann Lee,1990-02-30,1 Road,Town,CA,94105,US,\n"
                        + "f,BUSINESS,,,1 Road,Town,CA,94105,US,\n"
                        + ",INDIVIDUAL,Ann Lee,1990-02-20,1 Road,Town,CA,94105,US,\n"
                        + "g" + PERSON + "\n")
                .text("jobId");

        GridCaller.Answer answer = grid.get("/customers/bulk/jobs/" + job);
        assertThat(answer.json().path("progress").toString())
                .isEqualTo("{\"total\":9,\"processed\":9,\"successful\":1,\"failed\":8}");
        assertThat(answer.json().path("errors").toString())
                .isEqualTo("[" + error("a-gridfail", "INVALID_FIELD", "Invalid bank account number") + ","
                        + error("taken", "CONFLICT", "platformCustomerId is already used by an active customer") + ","
                        + error("b", "UMA_ADDRESS_EXISTS", "UMA address already exists") + ","
                        + error("c", "INVALID_FIELD", "customerType must be one of INDIVIDUAL,BUSINESS") + ","
                        + error("d", "INVALID_FIELD", "fullName is required") + ","
                        + error("e", "INVALID_FIELD", "birthDate must be a date of the form YYYY-MM-DD") + ","
                        + error("f", "INVALID_FIELD", "businessLegalName is required") + ","
                        + error("row_8", "INVALID_FIELD", "platformCustomerId is required") + "]");
    }

    private static String error(String id, String code, String message) {
        return "{\"platformCustomerId\":\"" + id + "\",\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                + "\"}}";
    }

    @Test
    void failingRowsAreNamedInThePublishedShape() {
        start(Duration.ZERO, JobShape.PUBLISHED);
        String job = grid.upload(HEADER + "a-gridfail" + PERSON + "\n").text("jobId");

        GridCaller.Answer answer = grid.get("/customers/bulk/jobs/" + job);
        assertThat(answer.text("id")).isEqualTo(job);
        assertThat(answer.json().path("errors").toString())
                .isEqualTo("[{\"correlationId\":\"a-gridfail\",\"code\":\"INVALID_FIELD\","
                        + "\"message\":\"Invalid bank account number\"}]");
    }

    @Test
    void checksTheFieldsOfEachAccountTypeInTheCsv() {
        String header = "platformCustomerId,customerType,businessLegalName,addressLine1,city,state,postalCode,country,"
                + "accountType,accountNumber,routingNumber,accountCategory,clabeNumber,pixKey,pixKeyType,iban,swiftBic,vpa\n";
        String job = grid.upload(header
                        + business("us", "US_ACCOUNT,123456789,12345678,CHECKING,,,,,,")
                        + business("us2", "US_ACCOUNT,123456789,123456789,Savings,,,,,,")
                        + business("mx", "CLABE,,,,12345678901234567,,,,,")
                        + business("br", "PIX,,,,,12345678901,EVP,,,")
                        + business("eu", "IBAN,,,,,,,DE8937,DEUTDEFF,")
                        + business("in", "UPI,,,,,,,,,no-handle")
                        + business("ng", "NGN_ACCOUNT,0123456789,,,,,,,,")
                        + business("ok1", "CLABE,,,,123456789012345678,,,,,")
                        + business("ok2", "PIX,,,,,12345678901,CPF,,,")
                        + business("ok3", "IBAN,,,,,,,DE89370400440532013000,DEUTDEFF,")
                        + business("ok4", "UPI,,,,,,,,,user@okbank")
                        + business("ok5", ",,,,,,,,,"))
                .text("jobId");

        GridCaller.Answer answer = grid.get("/customers/bulk/jobs/" + job);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("platformCustomerId").asString() + ": "
                        + error.path("error").path("message").asString())
                .containsExactly(
                        "us: routingNumber does not match the required pattern",
                        "us2: accountCategory must be one of CHECKING,SAVINGS",
                        "mx: clabeNumber does not match the required pattern",
                        "br: pixKeyType must be one of CPF,CNPJ,EMAIL,PHONE,RANDOM",
                        "eu: iban does not match the required pattern",
                        "in: vpa does not match the required pattern",
                        "ng: accountType must be one of CLABE,IBAN,PIX,UPI,US_ACCOUNT");
        assertThat(grid.everyPage("limit=2")).containsExactly("ok1", "ok2", "ok3", "ok4", "ok5");
    }

    private static String business(String id, String account) {
        return id + ",BUSINESS,Acme,1 Road,Town,CA,94105,US," + account + "\n";
    }

    @Test
    void quotedFieldsKeepCommasQuotesAndLineBreaks() {
        grid.upload("\uFEFF" + HEADER
                + "\"q\",INDIVIDUAL,\"Lee, \"\"Ann\"\"\nJos\u00e9\",1990-01-15,1 Road,Town,CA,9,US,\r\n\r\n");

        assertThat(grid.get("/customers?platformCustomerId=q")
                        .json()
                        .path("data")
                        .get(0)
                        .path("fullName")
                        .asString())
                .isEqualTo("Lee, \"Ann\"\nJos\u00e9");
    }

    @Test
    void refusesMalformedFilesAndCreatesNobody() {
        String good = "a" + PERSON + "\n";
        assertRefused(grid.upload(""), "The CSV file is empty");
        assertRefused(grid.upload("customerType\nBUSINESS\n"), "The CSV file has no column platformCustomerId");
        assertRefused(grid.upload("platformCustomerId\na\n"), "The CSV file has no column customerType");
        assertRefused(grid.upload("a,a\n"), "The CSV file has the column a twice");
        assertRefused(
                grid.upload(HEADER + good + "b,x\"y\n"),
                "The CSV file is malformed near line 3: a quote inside an unquoted field");
        assertRefused(
                grid.upload(HEADER + good + "\"b\"x\n"),
                "The CSV file is malformed near line 3: text behind a closing quote");
        assertRefused(
                grid.upload(HEADER + good + "\"b"),
                "The CSV file is malformed near line 3: a quoted field that never ends");
        assertRefused(
                grid.upload((HEADER + "\u00ff").getBytes(StandardCharsets.ISO_8859_1)),
                "The CSV file is malformed near line 2: bytes that are not UTF-8");
        assertThat(grid.get("/customers").json().path("totalCount").asInt()).isZero();
    }

    @Test
    void refusesMalformedMultipartBodies() {
        assertRefused(body("x", "text/csv"), "The body must be multipart/form-data with a boundary");
        assertRefused(body("x", "multipart/form-data; boundary=b"), "The multipart body is malformed");
        assertRefused(
                body("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c\"\r\n\r\n" + HEADER, "b"),
                "The multipart body is malformed");
        assertRefused(
                body("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n", "b"),
                "The part named file must be a file: its filename is missing");
        assertRefused(
                body("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n", "b"),
                "The part named file is missing");
    }

    @Test
    void passesOverOtherPartsAndAnEmptyOne() {
        String content = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c\"\r\n\r\n"
                + HEADER + "a" + PERSON + "\r\n--b--\r\n";

        assertThat(body(content, "b").status()).isEqualTo(202);
        assertThat(grid.everyPage("limit=100")).containsExactly("a");
    }

    private GridCaller.Answer body(String body, String boundaryOrType) {
        return grid.uploadBody(
                HttpRequest.BodyPublishers.ofString(body),
                boundaryOrType.contains("/") ? boundaryOrType : "multipart/form-data; boundary=\"b\"");
    }

    private static void assertRefused(GridCaller.Answer answer, String message) {
        assertThat(answer.json())
                .hasToString("{\"status\":400,\"code\":\"INVALID_INPUT\",\"message\":\"" + message + "\"}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void unknownJobIsNotFound() {
        for (String id : List.of("Job:019542f5-b3e7-1d02-0000-000000000006", "job_123456789")) {
            GridCaller.Answer answer = grid.get("/customers/bulk/jobs/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("BULK_UPLOAD_JOB_NOT_FOUND");
        }
    }

    @Test
    void takesAHundredThousandRowsInOneUpload() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row < 100_000; row++) {
            csv.append("bulk-").append(row).append(PERSON).append('\n');
        }
        String job = grid.upload(csv.toString()).text("jobId");

        assertThat(grid.get("/customers/bulk/jobs/" + job)
                        .json()
                        .path("progress")
                        .path("successful")
                        .asInt())
                .isEqualTo(100_000);
        assertThat(grid.everyPage("limit=100")).hasSize(100_000).doesNotHaveDuplicates();
    }
}
