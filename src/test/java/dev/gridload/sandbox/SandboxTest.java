package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    private Path journalFile;
    private Sandbox sandbox;
    private GridCaller grid;

    @BeforeEach
    void start() {
        journalFile = folder.resolve("journal.jsonl");
        sandbox = Sandbox.start(SandboxSettings.defaults().withClock(clock).withJournalFile(journalFile));
        grid = new GridCaller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void refusesEverybodyElse() {
        for (String authorization :
                List.of("", "Basic", "Basic ???", "Bearer x", GridCaller.basic("sandbox", "wrong"))) {
            for (String path : List.of("/customers", "/config", "/nowhere", "/customers/bulk/jobs/x")) {
                GridCaller.Answer answer = grid.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                        .header("Authorization", authorization)
                        .build());
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.json())
                        .hasToString("{\"status\":401,\"code\":\"UNAUTHORIZED\","
                                + "\"message\":\"Issue with API credentials\"}");
            }
        }
    }

    @Test
    void answersUnknownPathsAndMethodsInJson() {
        assertThat(grid.get("/nowhere").json())
                .hasToString("{\"status\":404,\"code\":\"NOT_FOUND\",\"message\":\"There is nothing at this path\"}");
        assertThat(grid.get("/customers/a/b/c/d").status()).isEqualTo(404);
        assertThat(grid.get("").status()).isEqualTo(404);
        for (String path : List.of(
                "/customers",
                "/config",
                "/customers/external-accounts",
                "/customers/kyc-link",
                "/customers/bulk/csv")) {
            GridCaller.Answer answer = grid.send("PUT", path, HttpRequest.BodyPublishers.noBody(), "");
            assertThat(answer.json())
                    .hasToString("{\"status\":405,\"code\":\"METHOD_NOT_ALLOWED\","
                            + "\"message\":\"The HTTP method is not supported for this endpoint\"}");
            assertThat(answer.response().headers().firstValue("Allow")).isPresent();
        }
    }

    @Test
    void journalRecordsRequestsWithoutTheirContent() throws IOException {
        grid.get("/customers?platformCustomerId=p1");
        grid.post(
                "/customers",
                "{\"customerType\":\"INDIVIDUAL\",\"platformCustomerId\":\"p1\",\"fullName\":\"Canary\"}");

        assertThat(sandbox.journal().exchanges().get(0))
                .isEqualTo(new Journal.Exchange(
                        1,
                        clock.instant(),
                        "GET",
                        "/grid/2025-10-13/customers",
                        "p1",
                        200,
                        0,
                        EMPTY_SHA256,
                        clock.instant(),
                        null));
        Journal.Exchange post = sandbox.journal().exchanges().get(1);
        assertThat(post.status()).isEqualTo(201);
        assertThat(post.bodyBytes()).isEqualTo(75);
        assertThat(post.subject()).isEqualTo("p1");
        assertThat(Files.readAllLines(journalFile)).hasSize(3).noneMatch(line -> line.contains("Canary"));
        assertThat(Files.readAllLines(journalFile).get(1))
                .matches("\\{\"effect\":\"CUSTOMER_CREATED\",\"platformCustomerId\":\"p1\","
                        + "\"gridId\":\"Customer:[0-9a-f-]{36}\",\"request\":2}");
    }

    @Test
    void journalAndCountsCanBeAskedForWithoutCredentials() {
        grid.post("/customers", "{\"customerType\":\"BUSINESS\",\"platformCustomerId\":\"p1\"}");

        GridCaller.Answer journal = grid.admin("/sandbox/journal");
        assertThat(journal.json().path("exchanges").get(0).path("subject").asString())
                .isEqualTo("p1");
        assertThat(journal.json().path("effects").get(0).path("effect").asString())
                .isEqualTo("CUSTOMER_CREATED");
        assertThat(grid.admin("/sandbox/stats").json())
                .hasToString("{\"requests\":1,\"customers\":1,\"accounts\":0,\"jobs\":0,"
                        + "\"effects\":{\"CUSTOMER_CREATED\":1,\"CUSTOMER_CHANGED\":0,\"CUSTOMER_DELETED\":0,"
                        + "\"ROW_REFUSED\":0,\"ACCOUNT_CREATED\":0,\"ACCOUNT_DELETED\":0}}");
        assertThat(grid.admin("/sandbox/other").status()).isEqualTo(404);
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatThrownBy(() -> Sandbox.start(SandboxSettings.defaults().withPort(sandbox.port())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("port " + sandbox.port() + " on 127.0.0.1 cannot be opened");
    }

    @Test
    void settingsRefuseWhatCannotBeAndHideTheSecret() {
        SandboxSettings settings = SandboxSettings.defaults();
        assertThatThrownBy(() -> settings.withPort(70_000)).hasMessage("port: must be 0 to 65535, found 70000");
        assertThatThrownBy(() -> settings.withCredentials("a:b", "c"))
                .hasMessage("clientId: must not be empty nor contain a colon");
        assertThat(settings.withCredentials("id", "hidden").toString()).doesNotContain("hidden");
    }
}
