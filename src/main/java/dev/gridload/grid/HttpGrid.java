package dev.gridload.grid;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Grid over HTTP, by the JDK's own client: of the usual ones the only one that sends a POST once and refuses a cut answer.
 * Safe for use by several threads.
 */
public final class HttpGrid implements GridApi {

    private static final Duration ANSWER = Duration.ofSeconds(60);
    /** For a question that is simply asked again when its answer is lost. */
    private static final Duration PAGE = Duration.ofSeconds(15);
    /** For a question that the import can do without: asked once, before anything else is done. */
    private static final Duration ASIDE = Duration.ofSeconds(5);

    private static final Pattern NO_CUSTOMER = Pattern.compile("^404 (USER|CUSTOMER)_NOT_FOUND");
    private static final Pattern GONE = Pattern.compile("^(404 [A-Z]+(_[A-Z]+)*_NOT_FOUND|410)\\b");

    private static final int SLOWEST_BYTES_PER_SECOND = 100_000;
    private static final Duration READ_PATIENCE = Duration.ofMinutes(2);
    /** What Grid asks for beyond this is the operator's to know of. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Whether to try sooner than after a longer wait is for the person who goes on with the import by hand. */
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(1);

    /** Calls that are on their way at the same time are all asked for the same. */
    private static final Duration SAME = Duration.ofMillis(50);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(15));

    private final GridSettings settings;
    private final Exchanges exchanges = new Exchanges();
    private final RateLimit rate;
    private final GridClock clock;
    private final Clock ours;
    private final Sleeper sleeper;
    private final Patience patience;
    private final String authorization;

    public HttpGrid(GridSettings settings, Clock ours, Sleeper sleeper) {
        this(settings, ours, sleeper, Patience.OF_THIS_PROCESS);
    }

    /** @param patience what Grid has asked for before, and where to keep what it asks for */
    public HttpGrid(GridSettings settings, Clock ours, Sleeper sleeper, Patience patience) {
        this.settings = settings;
        this.ours = ours;
        this.sleeper = sleeper;
        this.patience = patience;
        this.rate = new RateLimit(settings.requestsPerSecond(), sleeper);
        rate.holdOff(patience.left());
        this.clock = new GridClock(ours);
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (settings.clientId() + ":" + settings.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Instant now() {
        if (!clock.known()) {
            read("/customers?limit=1", GridJson::parse);
        }
        return clock.now();
    }

    @Override
    public SubmitAnswer upload(String header, InputStream lines, long lineBytes) {
        MultipartFile file = new MultipartFile(header, lines, lineBytes);
        HttpRequest request = request("/customers/bulk/csv", ANSWER.plusSeconds(lineBytes / SLOWEST_BYTES_PER_SECOND))
                .header("Content-Type", file.contentType())
                .POST(file.body())
                .build();
        return once(request, HttpGrid::accepted);
    }

    private static SubmitAnswer accepted(HttpResponse<byte[]> answer) {
        JsonNode body = GridJson.parse(answer.body());
        String jobId = GridJson.text(body, "jobId");
        jobId = jobId != null ? jobId : GridJson.text(body, "id");
        return jobId != null && !jobId.isBlank()
                ? new SubmitAnswer.Accepted(jobId)
                : new SubmitAnswer.Unknown("Grid took the upload but gave no job id", answer.statusCode());
    }

    @Override
    public SubmitAnswer create(String request) {
        return post("/customers", request.getBytes(StandardCharsets.UTF_8), answer -> {
            String id = GridJson.text(answer, "id");
            return id == null || id.isBlank() ? null : new SubmitAnswer.Created(id);
        });
    }

    @Override
    public SubmitAnswer createAccount(String gridCustomerId, String request) {
        byte[] body = ExternalAccounts.body(gridCustomerId, request);
        SubmitAnswer answer = post("/customers/external-accounts", body, made -> {
            String id = GridJson.text(made, "id");
            return id == null || id.isBlank() ? null : new SubmitAnswer.Attached(id, GridJson.text(made, "status"));
        });
        // A customer that was deleted meanwhile is the matter of one account, not of the address or the client.
        return answer instanceof SubmitAnswer.Blocked blocked
                        && NO_CUSTOMER.matcher(blocked.why()).find()
                ? new SubmitAnswer.Refused("CUSTOMER_NOT_FOUND", blocked.why(), "platformCustomerId")
                : answer;
    }

    @Override
    public List<GridAccount> accounts(String gridCustomerId) {
        List<GridAccount> accounts = new ArrayList<>();
        String path = "/customers/external-accounts?limit=100&customerId=" + encode(gridCustomerId);
        String cursor = "";
        do {
            JsonNode page = readKnown(cursor.isEmpty() ? path : path + "&cursor=" + encode(cursor), GridJson::parse);
            for (JsonNode account : page.path("data")) {
                // A Grid that ignored the filter must not make us believe in somebody else's account.
                if (gridCustomerId.equals(GridJson.text(account, "customerId"))) {
                    accounts.add(GridJson.account(account));
                }
            }
            String next = GridJson.text(page, "nextCursor");
            boolean more = "true".equals(GridJson.text(page, "hasMore")) && next != null && !next.equals(cursor);
            cursor = more ? String.valueOf(next) : "";
        } while (!cursor.isEmpty());
        return accounts;
    }

    @Override
    public Optional<String> customer(String gridCustomerId) {
        JsonNode customer = read("/customers/" + encode(gridCustomerId), GridJson::parse);
        return customer == null || "true".equals(GridJson.text(customer, "isDeleted"))
                ? Optional.empty()
                : Optional.of(customer.toString());
    }

    @Override
    public SubmitAnswer change(String gridCustomerId, String request) {
        HttpRequest patch = request("/customers/" + encode(gridCustomerId), ANSWER)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(request))
                .build();
        SubmitAnswer answer = once(patch, done -> switch (done.statusCode()) {
            case 202 ->
                new SubmitAnswer.Refused(
                        "SIGNATURE_REQUIRED",
                        "Grid wants this change signed by a wallet of the customer; change it there");
            default -> new SubmitAnswer.Changed();
        });
        return ofGone(answer) instanceof SubmitAnswer.Gone
                ? new SubmitAnswer.Refused(
                        "CUSTOMER_NOT_FOUND", "Grid does not have this customer any more", "platformCustomerId")
                : answer;
    }

    @Override
    public SubmitAnswer delete(String gridCustomerId) {
        return deleteAt("/customers/" + encode(gridCustomerId));
    }

    @Override
    public SubmitAnswer deleteAccount(String gridAccountId) {
        return deleteAt("/customers/external-accounts/" + encode(gridAccountId));
    }

    private SubmitAnswer deleteAt(String path) {
        return ofGone(once(request(path, ANSWER).DELETE().build(), done -> new SubmitAnswer.Deleted()));
    }

    /** A 404 without Grid's word for it may as well come from a wrong address: that is not told as gone. */
    private static SubmitAnswer ofGone(SubmitAnswer answer) {
        return answer instanceof SubmitAnswer.Blocked blocked
                        && GONE.matcher(blocked.why()).find()
                ? new SubmitAnswer.Gone()
                : answer;
    }

    /** @param read the answer to a call that was carried out; null where the body does not say what it must */
    private SubmitAnswer post(String path, byte[] json, Function<JsonNode, @Nullable SubmitAnswer> read) {
        HttpRequest request = request(path, ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        return once(request, answer -> {
            JsonNode body = GridJson.parse(answer.body());
            SubmitAnswer done = body == null ? null : read.apply(body);
            return done != null
                    ? done
                    : new SubmitAnswer.Unknown("Grid took the call but gave no id", answer.statusCode());
        });
    }

    /** @param read the answer to a call that was carried out */
    private SubmitAnswer once(HttpRequest request, Function<HttpResponse<byte[]>, SubmitAnswer> read) {
        HttpResponse<byte[]> answer;
        try {
            RateLimit.Turn turn = rate.awaitUnlessHeld();
            if (turn == null) {
                return new SubmitAnswer.Later(rate.heldFor());
            }
            answer = send(request, turn);
        } catch (Sleeper.Stopped e) {
            return new SubmitAnswer.Withheld();
        } catch (IOException e) {
            return lost(e);
        }
        return answer.statusCode() / 100 == 2 ? read.apply(answer) : refusal(answer);
    }

    @Override
    public JobAnswer job(String jobId) {
        JsonNode job = read("/customers/bulk/jobs/" + encode(jobId), GridJson::parse);
        return job == null
                ? new JobAnswer(JobAnswer.State.NOT_FOUND, "404", -1, -1, -1, -1, List.of())
                : GridJson.job(job);
    }

    @Override
    public CustomerPage created(CreatedSpan span, String cursor, boolean withData) {
        String query = "/customers?limit=100&createdAfter=" + encode(span.from().toString())
                + (span.to() == null ? "" : "&createdBefore=" + encode(span.to().toString()));
        return readKnown(
                cursor.isEmpty() ? query : query + "&cursor=" + encode(cursor),
                body -> PageReader.read(body, withData));
    }

    @Override
    public List<GridCustomer> withPlatformId(String platformCustomerId) {
        CustomerPage page = readKnown(
                "/customers?limit=100&platformCustomerId=" + encode(platformCustomerId),
                body -> PageReader.read(body, true));
        // A Grid that ignored the filter must not make us believe in somebody else's customer.
        return page.customers().stream()
                .filter(customer -> customer.platformCustomerId().equals(platformCustomerId))
                .toList();
    }

    /**
     * Which customer fields Grid requires for each currency; nothing where this Grid has no such call.
     *
     * @throws GridProblem when Grid cannot be asked
     */
    public Map<String, Set<String>> requiredFields() {
        HttpResponse<byte[]> answer;
        try {
            answer = send(request("/config", ASIDE).GET().build(), rate.await());
        } catch (IOException e) {
            throw new GridProblem(GridProblem.Kind.UNREACHABLE, unreachable(e));
        }
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new GridProblem(GridProblem.Kind.UNAUTHORIZED, "it answered " + status);
        }
        if (status / 100 != 2 || GridJson.parse(answer.body()) == null) {
            throw new GridProblem(GridProblem.Kind.UNEXPECTED, "it answered " + status);
        }
        return GridConfig.requiredFields(answer.body());
    }

    private SubmitAnswer lost(IOException e) {
        return neverLeft(e)
                ? new SubmitAnswer.NotSent(unreachable(e))
                : new SubmitAnswer.Unknown("the connection broke: " + kindOf(e), null);
    }

    private SubmitAnswer refusal(HttpResponse<byte[]> answer) {
        JsonNode body = GridJson.parse(answer.body());
        String code = GridJson.text(body, "code");
        String message = GridJson.text(body, "message");
        String said = answer.statusCode() + (code == null ? "" : " " + code) + (message == null ? "" : ": " + message);
        return switch (answer.statusCode()) {
            case 400, 422 ->
                FieldErrors.refusal(
                        code == null ? "HTTP_" + answer.statusCode() : code, message == null ? said : message, body);
            case 409 -> new SubmitAnswer.Exists(code == null ? "CONFLICT" : code, said);
            case 401, 403 -> new SubmitAnswer.Unauthorized(said);
            case 429 ->
                code == null || code.equals("RATE_LIMITED")
                        ? new SubmitAnswer.Later(holdOff(answer))
                        : new SubmitAnswer.Blocked(said);
            case 404, 405, 410, 411, 413, 415, 501 -> new SubmitAnswer.Blocked(said);
            default -> new SubmitAnswer.Unknown("Grid answered " + said, answer.statusCode());
        };
    }

    /**
     * Reads until Grid answers 2xx or 404, waiting between tries, for two minutes at most unless Grid asks for more. Whoever
     * reads many pages in a row is asked to stop here too.
     *
     * @param reader of the answer's body; its null says that this is no such document
     * @return null for a 404
     */
    private <T> @Nullable T read(String path, Function<byte[], @Nullable T> reader) {
        HttpRequest request = request(path, PAGE).GET().build();
        Instant deadline = ours.instant().plus(READ_PATIENCE);
        String last = "";
        for (int attempt = 0; ; attempt++) {
            sleeper.pause(Duration.ZERO);
            requireWorthWaiting();
            RateLimit.Turn turn = rate.await();
            try {
                HttpResponse<byte[]> answer = send(request, turn);
                int status = answer.statusCode();
                T body = status / 100 == 2 ? reader.apply(answer.body()) : null;
                if (status == 404 || body != null) {
                    return body;
                }
                if (status == 401 || status == 403) {
                    throw new GridProblem(GridProblem.Kind.UNAUTHORIZED, unauthorized(answer));
                }
                if (status == 429) {
                    deadline = deadline.plus(holdOff(answer));
                } else if (status / 100 == 4 || status == 501 || status / 100 == 3) {
                    throw new GridProblem(
                            GridProblem.Kind.UNEXPECTED,
                            "Grid answered " + status + " to GET "
                                    + request.uri().getPath() + " at " + settings.baseUrl() + "; check GRID_BASE_URL");
                }
                last = "it answered " + status;
            } catch (IOException e) {
                last = kindOf(e);
            }
            if (ours.instant().isAfter(deadline) || neverThere(last, attempt)) {
                throw new GridProblem(
                        GridProblem.Kind.UNREACHABLE,
                        "Grid at " + settings.baseUrl() + " cannot be reached: " + last
                                + "; check GRID_BASE_URL and the network");
            }
            sleeper.pause(BACKOFF.wait(attempt));
        }
    }

    private void requireWorthWaiting() {
        Duration held = rate.heldFor();
        if (held.compareTo(LONGEST_WAIT) > 0) {
            throw new GridProblem(
                    GridProblem.Kind.RATE_LIMITED,
                    "Grid asks for no request within the next " + held.toMinutes()
                            + " minutes; resume the import then");
        }
    }

    /** Before Grid was ever reached a wrong address is likelier than a passing fault. */
    private boolean neverThere(String last, int attempt) {
        return !clock.known() && !last.startsWith("it answered") && attempt >= 3;
    }

    private HttpResponse<byte[]> send(HttpRequest request, RateLimit.Turn turn) throws IOException {
        HttpResponse<byte[]> answer = exchanges.send(request, request.timeout().orElse(ANSWER), turn);
        clock.observe(answer.headers().firstValue("Date").orElse(null));
        return answer;
    }

    private Duration holdOff(HttpResponse<byte[]> answer) {
        Duration wait =
                RetryAfter.read(answer.headers().firstValue("Retry-After").orElse(null), clock.now());
        boolean known = rate.heldFor().compareTo(wait.minus(SAME)) >= 0;
        rate.holdOff(wait);
        if (!known && wait.compareTo(LONGEST_KEPT) <= 0) {
            patience.asked(wait);
        }
        return wait;
    }

    /** The same of a call that every Grid has. */
    private <T> T readKnown(String path, Function<byte[], @Nullable T> reader) {
        T body = read(path, reader);
        if (body == null) {
            throw new GridProblem(
                    GridProblem.Kind.UNEXPECTED,
                    "Grid answered 404 to a documented call at " + settings.baseUrl() + "; check GRID_BASE_URL");
        }
        return body;
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private String unauthorized(HttpResponse<byte[]> answer) {
        return "Grid at " + settings.baseUrl() + " refused the credentials (" + answer.statusCode()
                + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET";
    }

    private String unreachable(IOException e) {
        return "Grid at " + settings.baseUrl() + " cannot be reached: " + kindOf(e);
    }

    private static boolean neverLeft(@Nullable Throwable e) {
        return e != null
                && (e instanceof ConnectException
                        || e instanceof UnknownHostException
                        || e instanceof HttpConnectTimeoutException
                        || e instanceof SSLHandshakeException
                        || neverLeft(e.getCause()));
    }

    /** What happened in the words of a network, without the library's own text, which may quote the request. */
    private static String kindOf(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "its host name is unknown";
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return "it did not accept a connection in time";
            }
            if (cause instanceof HttpTimeoutException) {
                return "it did not answer in time";
            }
            if (cause instanceof ConnectException) {
                return "the connection was refused";
            }
            if (cause instanceof SSLHandshakeException) {
                return "the TLS handshake failed";
            }
        }
        return "the connection was closed before the answer was complete";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
