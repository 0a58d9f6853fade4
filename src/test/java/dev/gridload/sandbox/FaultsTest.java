package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class FaultsTest {

    private Sandbox sandbox;
    private GridCaller grid;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.defaults());
        grid = new GridCaller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private GridCaller.Answer script(String faults) {
        return grid.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"faults\":[" + faults + "]}"))
                .build());
    }

    private GridCaller.Answer create(String id) {
        return grid.post("/customers", "{\"customerType\":\"BUSINESS\",\"platformCustomerId\":\"" + id + "\"}");
    }

    private int created() {
        return sandbox.journal().count(Journal.EffectKind.CUSTOMER_CREATED);
    }

    @Test
    void answersTooManyRequestsOnTheSecondCallOnly() {
        script(
                "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"path\":\"/customers\",\"call\":2,\"status\":429,\"retryAfter\":\"7\"}");

        assertThat(create("a").status()).isEqualTo(201);
        GridCaller.Answer second = create("b");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.text("code")).isEqualTo("RATE_LIMITED");
        assertThat(second.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(create("b").status()).isEqualTo(201);
        assertThat(created()).isEqualTo(2);
    }

    @Test
    void serverErrorAfterTheEffectHasItsEffect() {
        script("{\"kind\":\"ANSWER_AFTER_EFFECT\",\"method\":\"POST\",\"status\":503}");

        assertThat(create("a").status()).isEqualTo(503);
        assertThat(created()).isEqualTo(1);
        assertThat(sandbox.journal().exchanges().get(0).status()).isEqualTo(503);
        assertThat(grid.everyPage("platformCustomerId=a")).containsExactly("a");
    }

    @Test
    void credentialsStopWorkingFromACallOn() {
        script("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"from\":2,\"status\":401}");

        assertThat(grid.get("/config").status()).isEqualTo(200);
        assertThat(grid.get("/config").text("code")).isEqualTo("UNAUTHORIZED");
        assertThat(grid.get("/customers").status()).isEqualTo(401);
    }

    @Test
    void lostAnswersDifferInTheirEffect() {
        script("{\"kind\":\"CLOSE_AFTER_EFFECT\",\"method\":\"POST\",\"call\":1},"
                + "{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"POST\",\"call\":2},"
                + "{\"kind\":\"CLOSE_BEFORE_BODY\",\"method\":\"POST\",\"call\":3},"
                + "{\"kind\":\"HALF_ANSWER\",\"method\":\"POST\",\"call\":4}");

        assertThatThrownBy(() -> create("a")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> create("b")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> create("c")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> create("d")).isInstanceOf(UncheckedIOException.class);
        assertThat(grid.everyPage("limit=10")).containsExactly("a", "d");
        assertThat(sandbox.journal().exchanges())
                .extracting(Journal.Exchange::status)
                .containsExactly(0, 0, 0, 201, 200);
    }

    @Test
    void spoilsTheJsonOfAnAnswer() {
        script("{\"kind\":\"MALFORMED_JSON\",\"call\":1}");

        assertThatThrownBy(() -> grid.get("/config")).isInstanceOf(JacksonException.class);
        assertThat(grid.get("/config").status()).isEqualTo(200);
    }

    @Test
    void theSameSeedStrikesTheSameCalls() {
        String fault = "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"chance\":0.5,\"seed\":42}";
        script(fault);
        String first = statuses();
        script(fault);

        assertThat(statuses()).isEqualTo(first).contains("200").contains("503");
    }

    private String statuses() {
        StringBuilder statuses = new StringBuilder();
        for (int call = 0; call < 20; call++) {
            statuses.append(grid.get("/config").status()).append(' ');
        }
        return statuses.toString();
    }

    @Test
    void beginsWithTheScriptOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("faults.json"), "{\"faults\":[{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"call\":1}]}");
        try (Sandbox faulty = Sandbox.start(SandboxSettings.defaults().withFaultsFile(file))) {
            GridCaller caller = new GridCaller(faulty);
            assertThat(caller.get("/config").status()).isEqualTo(503);
            assertThat(caller.get("/config").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAFaultItDoesNotKnow() {
        GridCaller.Answer answer = script("{\"kind\":\"EARTHQUAKE\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).startsWith("kind must be one of [ANSWER_BEFORE_EFFECT, ");
    }
}
