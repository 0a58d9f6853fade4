package dev.gridload.grid;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Requests to Grid with what holds for all of them: who asks, how many a second, how long to wait for an answer and what to do
 * without one. What changes something is sent once; what only asks is asked again. Safe for use by several threads.
 */
final class GridCalls {

    /** For the answer to a call, which Grid may have carried out whether we hear of it or not. */
    static final Duration ANSWER = Duration.ofSeconds(60);
    /** For a question that is simply asked again when its answer is lost. */
    private static final Duration PAGE = Duration.ofSeconds(15);

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

    /** @param patience what Grid has asked for before, and where to keep what it asks for */
    GridCalls(GridSettings settings, Clock ours, Sleeper sleeper, Patience patience) {
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

    /** Grid's clock, as far as its answers have told it. */
    GridClock clock() {
        return clock;
    }

    /**
     * A request yet to be made complete.
     *
     * @param path below the address of Grid
     * @param timeout for its whole answer
     */
    HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .timeout(timeout)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    /**
     * Sends a request that changes something, once.
     *
     * @param read the answer to a call that was carried out
     */
    SubmitAnswer once(HttpRequest request, Function<HttpResponse<byte[]>, SubmitAnswer> read) {
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

    /**
     * Reads until Grid answers 2xx or 404, waiting between tries, for two minutes at most unless Grid asks for more. Whoever
     * reads many pages in a row is asked to stop here too.
     *
     * @param reader of the answer's body; its null says that this is no such document
     * @return null for a 404
     */
    <T> @Nullable T read(String path, Function<byte[], @Nullable T> reader) {
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
                last = ConnectionFailure.kindOf(e);
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

    /** The same of a call that every Grid has. */
    <T> T readKnown(String path, Function<byte[], @Nullable T> reader) {
        T body = read(path, reader);
        if (body == null) {
            throw new GridProblem(
                    GridProblem.Kind.UNEXPECTED,
                    "Grid answered 404 to a documented call at " + settings.baseUrl() + "; check GRID_BASE_URL");
        }
        return body;
    }

    /**
     * Asks once, for whoever can do without.
     *
     * @throws GridProblem when Grid cannot be reached
     */
    HttpResponse<byte[]> ask(HttpRequest request) {
        try {
            return send(request, rate.await());
        } catch (IOException e) {
            throw new GridProblem(GridProblem.Kind.UNREACHABLE, unreachable(e));
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

    private SubmitAnswer lost(IOException e) {
        return ConnectionFailure.neverLeft(e)
                ? new SubmitAnswer.NotSent(unreachable(e))
                : new SubmitAnswer.Unknown("the connection broke: " + ConnectionFailure.kindOf(e), null);
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

    private String unauthorized(HttpResponse<byte[]> answer) {
        return "Grid at " + settings.baseUrl() + " refused the credentials (" + answer.statusCode()
                + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET";
    }

    private String unreachable(IOException e) {
        return "Grid at " + settings.baseUrl() + " cannot be reached: " + ConnectionFailure.kindOf(e);
    }
}
