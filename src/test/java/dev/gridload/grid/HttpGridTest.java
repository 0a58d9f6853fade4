package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, and what each answer means: above all that an upload leaves once, whatever comes back. */
class HttpGridTest {

    /** What the server does with one request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private HttpServer server;
    private HttpGrid grid;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            headers.add(exchange.getRequestHeaders().getFirst("Authorization") + " | "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " | "
                    + exchange.getRequestHeaders().getFirst("Content-Length"));
            int number = requests.size();
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
            answers.get(Math.min(number, answers.size() - 1)).to(exchange);
        });
        server.start();
        grid = new HttpGrid(settings(0), Clock.systemUTC(), waits::add);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Answer says(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private SubmitAnswer upload() {
        byte[] lines = "ä,1\nb,2\n".getBytes(StandardCharsets.UTF_8);
        return grid.upload("id,no", new ByteArrayInputStream(lines), lines.length);
    }

    @Test
    void uploadsTheExactBytesAsOneFile() {
        answers.add(says(202, "{\"jobId\":\"job-1\",\"status\":\"PENDING\"}"));

        assertThat(upload()).isEqualTo(new SubmitAnswer.Accepted("job-1"));
        String[] said = headers.get(0).split(" \\| ");
        assertThat(said[0]).isEqualTo("Basic Y2xpZW50OnNlY3JldA==");
        String boundary = said[1].substring("multipart/form-data; boundary=".length());
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nid,no\nä,1\nb,2\n\r\n--" + boundary + "--\r\n";
        assertThat(requests).containsExactly("POST /customers/bulk/csv\n" + body);
        assertThat(said[2]).isEqualTo(Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {}                                              | Changed[]",
                "202 | {\"requestId\":\"Request:1\"}                  | Refused[code=SIGNATURE_REQUIRED, message=Grid wants this "
                        + "change signed by a wallet of the customer; change it there, columns=null]",
                "400 | {\"code\":\"CODE\",\"message\":\"why\"}           | Refused[code=CODE, message=why, columns=null]",
                "404 | {\"code\":\"USER_NOT_FOUND\",\"message\":\"why\"} | Refused[code=CUSTOMER_NOT_FOUND, message=Grid does not "
                        + "have this customer any more, columns=platformCustomerId]",
                "404 | {\"code\":\"NOT_FOUND\",\"message\":\"why\"}      | Blocked[why=404 NOT_FOUND: why]",
                "409 | {\"code\":\"CODE\",\"message\":\"why\"}           | Exists[code=CODE, message=409 CODE: why]",
                "503 | {\"code\":\"CODE\",\"message\":\"why\"}           | Unknown[message=Grid answered 503 CODE: why, status=503]"
            })
    void changeSaysWhatBecameOfIt(int status, String body, String answer) {
        answers.add(says(status, body));

        assertThat(grid.change("Customer:1", "{\"fullName\":\"Ada\"}")).hasToString(answer);
        assertThat(requests).containsExactly("PATCH /customers/Customer%3A1\n{\"fullName\":\"Ada\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {}                                                   | Deleted[]",
                "404 | {\"code\":\"USER_NOT_FOUND\",\"message\":\"why\"}      | Gone[]",
                "404 | {\"code\":\"REFERENCE_NOT_FOUND\",\"message\":\"why\"} | Gone[]",
                "410 | {\"code\":\"CUSTOMER_DELETED\",\"message\":\"why\"}    | Gone[]",
                "404 | {\"code\":\"NOT_FOUND\",\"message\":\"why\"}           | Blocked[why=404 NOT_FOUND: why]",
                "404 | <html>                                               | Blocked[why=404]",
                "400 | {\"code\":\"CODE\",\"message\":\"why\"}                | Refused[code=CODE, message=why, columns=null]",
                "503 | {\"code\":\"CODE\",\"message\":\"why\"}                | Unknown[message=Grid answered 503 CODE: why, status=503]"
            })
    void deletionSaysWhatBecameOfIt(int status, String body, String answer) {
        answers.add(says(status, body));

        assertThat(grid.delete("Customer:1")).hasToString(answer);
        assertThat(grid.deleteAccount("ExternalAccount:1")).hasToString(answer);
        assertThat(requests)
                .containsExactly(
                        "DELETE /customers/Customer%3A1\n",
                        "DELETE /customers/external-accounts/ExternalAccount%3A1\n");
    }

    @Test
    void readsTheJobIdOfTheOtherDocumentedShape() {
        answers.add(says(202, "{\"id\":\"job-2\"}"));

        assertThat(upload()).isEqualTo(new SubmitAnswer.Accepted("job-2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Refused[code=CODE, message=why, columns=null]",
                "422 | Refused[code=CODE, message=why, columns=null]",
                "401 | Unauthorized[why=401 CODE: why]",
                "403 | Unauthorized[why=403 CODE: why]",
                "404 | Blocked[why=404 CODE: why]",
                "405 | Blocked[why=405 CODE: why]",
                "413 | Blocked[why=413 CODE: why]",
                "415 | Blocked[why=415 CODE: why]",
                "501 | Blocked[why=501 CODE: why]",
                "429 | Blocked[why=429 CODE: why]",
                "408 | Unknown[message=Grid answered 408 CODE: why, status=408]",
                "409 | Exists[code=CODE, message=409 CODE: why]",
                "500 | Unknown[message=Grid answered 500 CODE: why, status=500]",
                "502 | Unknown[message=Grid answered 502 CODE: why, status=502]",
                "503 | Unknown[message=Grid answered 503 CODE: why, status=503]",
                "504 | Unknown[message=Grid answered 504 CODE: why, status=504]",
                "302 | Unknown[message=Grid answered 302 CODE: why, status=302]",
            })
    void everyStatusHasItsMeaningAndIsSentOnce(int status, String meaning) {
        answers.add(says(status, "{\"code\":\"CODE\",\"message\":\"why\"}", "Location", "/elsewhere"));

        assertThat(upload()).hasToString(meaning);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0, PT0.1S", "soon, PT5S", "864000, PT48H"})
    void rateLimitSaysWhenToComeBack(String retryAfter, Duration wait) {
        answers.add(says(429, "{\"code\":\"RATE_LIMITED\",\"message\":\"slow\"}", "Retry-After", retryAfter));

        assertThat(upload()).isEqualTo(new SubmitAnswer.Later(wait));
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void whatGridAsksForIsKeptUnlessAPersonMayWantToTrySooner(String retryAfter, boolean kept) {
        List<Duration> asked = new ArrayList<>();
        HttpGrid lasting = new HttpGrid(settings(0), Clock.systemUTC(), waits::add, new Patience() {
            @Override
            public Duration left() {
                return Duration.ZERO;
            }

            @Override
            public void asked(Duration wait) {
                asked.add(wait);
            }
        });
        answers.add(says(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", retryAfter));

        assertThat(lasting.create("{}")).isInstanceOf(SubmitAnswer.Later.class);
        assertThat(asked).hasSize(kept ? 1 : 0);
    }

    @Test
    void htmlOfAProxyIsNoReasonToForget() {
        answers.add(says(502, "<html>Bad Gateway</html>"));

        assertThat(upload()).isEqualTo(new SubmitAnswer.Unknown("Grid answered 502", 502));
    }

    @Test
    void acceptedWithoutAJobIdIsUnknown() {
        answers.add(says(202, "{\"jobId\":null}"));

        assertThat(upload()).isEqualTo(new SubmitAnswer.Unknown("Grid took the upload but gave no job id", 202));
    }

    @Test
    void accountIsCreatedForItsCustomer() {
        answers.add(says(201, "{\"id\":\"ExternalAccount:1\",\"status\":\"PENDING\"}"));

        assertThat(grid.createAccount("Customer:1", "{\"currency\":\"USD\"}"))
                .isEqualTo(new SubmitAnswer.Attached("ExternalAccount:1", "PENDING"));
        assertThat(requests)
                .containsExactly(
                        "POST /customers/external-accounts\n{\"customerId\":\"Customer:1\",\"currency\":\"USD\"}");
    }

    @Test
    void customerThatIsNoMoreRefusesItsAccountAlone() {
        answers.add(says(404, "{\"code\":\"USER_NOT_FOUND\",\"message\":\"gone\"}"));
        answers.add(says(404, "{}"));

        assertThat(grid.createAccount("Customer:1", "{}"))
                .isEqualTo(new SubmitAnswer.Refused(
                        "CUSTOMER_NOT_FOUND", "404 USER_NOT_FOUND: gone", "platformCustomerId"));
        assertThat(grid.createAccount("Customer:1", "{}")).isEqualTo(new SubmitAnswer.Blocked("404"));
    }

    @Test
    void everyFieldThatGridNamesIsBoundToItsColumn() {
        answers.add(says(
                400,
                "{\"code\":\"INVALID_INPUT\",\"message\":\"wrong\",\"details\":{\"errors\":["
                        + "{\"field\":\"address.line1\",\"message\":\"line1 is required\"},"
                        + "{\"field\":\"bankAccountInfo.routingNumber\",\"message\":\"9 digits\"},"
                        + "{\"field\":\"businessInfo.legalName\",\"message\":\"no name\"},"
                        + "{\"field\":\"nobody.knows\",\"message\":\"what\"}]}}"));

        assertThat(grid.create("{}"))
                .isEqualTo(new SubmitAnswer.Refused(
                        "INVALID_INPUT",
                        "wrong: line1 is required; 9 digits; no name; what",
                        "addressLine1; routingNumber; businessLegalName"));
    }

    @Test
    void callThatWaitsItsTurnIsNotSentWhenGridHasAskedForPatience() {
        answers.add(says(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", "60"));

        assertThat(grid.create("{}")).isEqualTo(new SubmitAnswer.Later(Duration.ofSeconds(60)));
        assertThat(grid.create("{}")).isInstanceOf(SubmitAnswer.Later.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void closedConnectionIsUnknownAndSentOnce() {
        answers.add(HttpExchange::close);

        assertThat(upload())
                .isEqualTo(new SubmitAnswer.Unknown(
                        "the connection broke: the connection was closed before the answer was complete", null));
        assertThat(requests).hasSize(1);
    }

    @Test
    void truncatedAnswerIsUnknownAndSentOnce() {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(202, 500);
            exchange.getResponseBody().write("{\"jobId\":\"job-1\"".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThat(upload()).isInstanceOf(SubmitAnswer.Unknown.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void refusedConnectionIsNotSent() {
        server.stop(0);

        assertThat(upload())
                .isEqualTo(new SubmitAnswer.NotSent("Grid at http://127.0.0.1:"
                        + server.getAddress().getPort() + " cannot be reached: the connection was refused"));
    }

    @Test
    void callToAHostThatHasNoAddressIsNotSentAndSaysSo() {
        HttpGrid nowhere = new HttpGrid(
                new GridSettings(URI.create("https://nowhere.invalid/grid"), "id", "secret", 0),
                Clock.systemUTC(),
                wait -> {});

        assertThat(nowhere.create("{}"))
                .isEqualTo(new SubmitAnswer.NotSent(
                        "Grid at https://nowhere.invalid/grid cannot be reached: its host name is unknown"));
    }

    @Test
    void readsAreRepeatedUntilTheyAreAnswered() {
        answers.add(says(503, ""));
        answers.add(HttpExchange::close);
        answers.add(
                says(200, "{\"jobId\":\"j\",\"status\":\"COMPLETED\",\"progress\":{\"total\":1,\"successful\":1}}"));

        assertThat(grid.job("j 1").state()).isEqualTo(JobAnswer.State.COMPLETED);
        assertThat(requests).hasSize(3).containsOnly("GET /customers/bulk/jobs/j%201\n");
        assertThat(waits)
                .as("the client itself repeats a GET whose connection closed")
                .anyMatch(wait -> !wait.isZero());
    }

    @Test
    void readEndsItsWaitWhenTheRunIsAskedToStop() {
        answers.add(says(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", "600"));
        HttpGrid stopping = askedToStopAfter(3);

        assertThatThrownBy(() -> stopping.job("j")).isInstanceOf(Sleeper.Stopped.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void nothingIsReadAnyMoreWhenTheRunIsAskedToStop() {
        answers.add(says(200, "{\"data\":[]}"));
        HttpGrid stopping = askedToStopAfter(1);
        stopping.withPlatformId("ada-1");

        assertThatThrownBy(() -> stopping.withPlatformId("ada-2")).isInstanceOf(Sleeper.Stopped.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void uploadThatWaitsForItsTurnIsWithheldWhenTheRunIsAskedToStop() {
        HttpGrid stopping =
                new HttpGrid(settings(0.01), Clock.systemUTC(), Sleeper.heeding(() -> requests.size() == 1));
        answers.add(says(202, "{\"jobId\":\"job-1\"}"));
        stopping.upload("id", new ByteArrayInputStream(new byte[0]), 0);

        assertThat(stopping.upload("id", new ByteArrayInputStream(new byte[0]), 0))
                .isEqualTo(new SubmitAnswer.Withheld());
        assertThat(requests).hasSize(1);
    }

    @Test
    void readDoesNotWaitWhenGridWantsNoRequestForLong() {
        answers.add(says(429, "{\"code\":\"RATE_LIMITED\"}", "Retry-After", "86400"));

        assertThatThrownBy(() -> grid.job("j"))
                .isInstanceOf(GridProblem.class)
                .hasMessageMatching(
                        "Grid asks for no request within the next 14(39|40) minutes; resume the import then");
        assertThat(upload()).isInstanceOf(SubmitAnswer.Later.class);
        assertThat(requests).hasSize(1);
    }

    private HttpGrid askedToStopAfter(int looks) {
        AtomicInteger left = new AtomicInteger(looks);
        return new HttpGrid(settings(0), Clock.systemUTC(), Sleeper.heeding(() -> left.decrementAndGet() < 0));
    }

    private GridSettings settings(double requestsPerSecond) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new GridSettings(url, "client", "secret", requestsPerSecond);
    }

    @Test
    void unknownJobIsSaidToBeSo() {
        answers.add(says(404, "{\"code\":\"JOB_NOT_FOUND\"}"));

        assertThat(grid.job("j").state()).isEqualTo(JobAnswer.State.NOT_FOUND);
    }

    @Test
    void refusedCredentialsEndAReadAtOnce() {
        answers.add(says(401, "{}"));

        assertThatThrownBy(() -> grid.withPlatformId("a&b"))
                .isInstanceOf(GridProblem.class)
                .hasMessage("Grid at http://127.0.0.1:" + server.getAddress().getPort()
                        + " refused the credentials (401); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");
        assertThat(requests).containsExactly("GET /customers?limit=100&platformCustomerId=a%26b\n");
    }

    @Test
    void strangersInAFilteredListAreNotBelieved() {
        answers.add(says(
                200,
                "{\"data\":[{\"id\":\"Customer:1\",\"platformCustomerId\":\"other\"},"
                        + "{\"id\":\"Customer:2\",\"platformCustomerId\":\"mine\"}],\"hasMore\":false}"));

        assertThat(grid.withPlatformId("mine")).extracting(GridCustomer::id).containsExactly("Customer:2");
    }
}
