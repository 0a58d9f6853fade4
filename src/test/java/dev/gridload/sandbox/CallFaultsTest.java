package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class CallFaultsTest {

    private ScriptedGrid grid;

    @BeforeEach
    void start() {
        grid = new ScriptedGrid(SandboxSettings.defaults().withJobTime(Duration.ZERO));
    }

    @AfterEach
    void stop() {
        grid.close();
    }

    @Test
    void aCustomersRequestsFailWhileOthersDoNot() {
        grid.faults(
                "{'kind':'ANSWER_AFTER_EFFECT','method':'POST','id':'b','status':504,'to':1}",
                "{'kind':'ANSWER_BEFORE_EFFECT','method':'POST','containing':'-no','status':409}");

        assertThat(grid.create("a").status()).isEqualTo(201);
        assertThat(grid.create("b").status()).isEqualTo(504);
        assertThat(grid.create("b").status()).isEqualTo(409);
        assertThat(grid.create("c-no").text("code")).isEqualTo("CONFLICT");
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("a", "b");
    }

    @Test
    void retryAfterIsJournalledInSecondsAndAsADate() {
        grid.faults(
                "{'kind':'ANSWER_BEFORE_EFFECT','call':1,'status':429,'retryAfter':'86400'}",
                "{'kind':'ANSWER_BEFORE_EFFECT','call':2,'status':429,'retryAfterDate':60}",
                "{'kind':'ANSWER_BEFORE_EFFECT','call':3,'status':429,'code':'DAILY_VOLUME_LIMIT_EXCEEDED'}");

        assertThat(grid.create("a").response().headers().firstValue("Retry-After"))
                .contains("86400");
        assertThat(grid.create("a").response().headers().firstValue("Retry-After"))
                .contains("Sun, 1 Mar 2026 10:01:00 GMT");
        assertThat(grid.create("a").text("code")).isEqualTo("DAILY_VOLUME_LIMIT_EXCEEDED");
        assertThat(grid.sandbox.journal().exchanges())
                .extracting(Journal.Exchange::retryAfter)
                .containsExactly(
                        Instant.parse("2026-03-02T10:00:00.123Z"), Instant.parse("2026-03-01T10:01:00Z"), null);
    }

    @Test
    void answersWithWhatIsNoErrorOfGrid() {
        grid.faults(
                "{'kind':'ANSWER_BEFORE_EFFECT','call':1,'status':502,'body':'HTML'}",
                "{'kind':'ANSWER_AFTER_EFFECT','call':2,'status':200,'body':'EMPTY'}",
                "{'kind':'ANSWER_BEFORE_EFFECT','call':3,'status':500,'body':'HUGE'}");

        assertThatThrownBy(() -> grid.create("a")).isInstanceOf(JacksonException.class);
        GridCaller.Answer empty = grid.create("a");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.response().body()).isEmpty();
        assertThat(grid.create("b").response().body()).hasSizeGreaterThan(10_000_000);
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("a");
    }

    @Test
    void spoilsATrueAnswer() {
        grid.faults(
                "{'kind':'OTHER_STATUS','path':'/csv','call':1,'status':200}",
                "{'kind':'NULL_MEMBER','path':'/csv','call':2}",
                "{'kind':'UNKNOWN_MEMBERS','method':'GET','call':1}",
                "{'kind':'WRONG_LENGTH','method':'GET','call':2}");
        String csv = "platformCustomerId,customerType\na,BUSINESS\n";

        assertThat(grid.caller.upload(csv).status()).isEqualTo(200);
        GridCaller.Answer second = grid.caller.upload(csv);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("jobId").isNull()).isTrue();
        assertThat(grid.caller.get("/config").json().path("notInTheDocuments").asBoolean())
                .isTrue();
        assertThatThrownBy(() -> grid.caller.get("/config")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void effectComesBeforeOrAfterTheWait() {
        grid.faults(
                "{'kind':'HANG_BEFORE_EFFECT','call':1,'for':'PT0.01S'}",
                "{'kind':'HANG_AFTER_EFFECT','call':2,'for':'PT0.01S'}");

        assertThat(List.of(grid.create("a").status(), grid.create("b").status()))
                .containsExactly(201, 201);
    }

    @Test
    void customersAppearLateInListsAndLookUps() {
        grid.faults("{'kind':'LATE_VISIBILITY','for':'PT30S'}");
        String id = grid.create("a").text("id");

        grid.clock.move(Duration.ofSeconds(29));
        assertThat(grid.caller.everyPage("limit=10")).isEmpty();
        assertThat(grid.caller.everyPage("platformCustomerId=a")).isEmpty();
        assertThat(grid.caller.get("/customers/" + id).status()).isEqualTo(200);
        grid.clock.move(Duration.ofSeconds(1));
        assertThat(grid.caller.everyPage("platformCustomerId=a")).containsExactly("a");
    }

    @Test
    void cursorRepeatsOrSkipsAPage() {
        List.of("a", "b", "c", "d", "e", "f").forEach(grid::create);

        grid.faults("{'kind':'PAGE_REPEATED','call':2}");
        assertThat(grid.caller.everyPage("limit=2")).containsExactly("a", "b", "c", "d", "c", "d", "e", "f");
        grid.faults("{'kind':'PAGE_SKIPPED','call':1}");
        assertThat(grid.caller.everyPage("limit=2")).containsExactly("a", "b", "e", "f");
    }

    @Test
    void aSeedDrawsTheSameFaultsAgain() {
        String random = "{'random':{'seed':7,'rate':0.5,'kinds':["
                + "{'kind':'ANSWER_BEFORE_EFFECT','status':500},{'kind':'ANSWER_AFTER_EFFECT','status':503}]}}";
        grid.script(random);
        String first = statuses();
        grid.script(random);

        assertThat(statuses()).isEqualTo(first).contains("200").contains("500").contains("503");
    }

    private String statuses() {
        StringBuilder statuses = new StringBuilder();
        for (int call = 0; call < 30; call++) {
            statuses.append(grid.caller.get("/config").status()).append(' ');
        }
        return statuses.toString();
    }

    @Test
    void refusesAScriptWithASlip() {
        assertThat(grid.script("{'faults':[{'kind':'JOB_STUCK','fro':2}]}").text("message"))
                .isEqualTo("a fault has no member fro");
        assertThat(grid.script("{'faults':[{'kind':'JOB_STUCK','for':'soon'}]}").text("message"))
                .isEqualTo("for must be a duration of ISO 8601 such as PT30S");
        assertThat(grid.script("{'random':{'kinds':['JOB_STUCK']}}").text("message"))
                .isEqualTo("random: kinds must be kinds of faults of calls, or such faults");
        assertThat(grid.caller
                        .send("POST", "/customers", HttpRequest.BodyPublishers.ofString("{"), "application/json")
                        .status())
                .isEqualTo(400);
    }
}
