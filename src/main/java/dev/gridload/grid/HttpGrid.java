package dev.gridload.grid;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Grid over HTTP, by the JDK's own client: of the usual ones the only one that sends a POST once and refuses a cut answer.
 * Safe for use by several threads.
 */
public final class HttpGrid implements GridApi {

    /** For a question that the import can do without: asked once, before anything else is done. */
    private static final Duration ASIDE = Duration.ofSeconds(5);

    private static final Pattern NO_CUSTOMER = Pattern.compile("^404 (USER|CUSTOMER)_NOT_FOUND");
    private static final Pattern GONE = Pattern.compile("^(404 [A-Z]+(_[A-Z]+)*_NOT_FOUND|410)\\b");

    private static final int SLOWEST_BYTES_PER_SECOND = 100_000;

    private final GridCalls calls;

    public HttpGrid(GridSettings settings, Clock ours, Sleeper sleeper) {
        this(settings, ours, sleeper, Patience.OF_THIS_PROCESS);
    }

    /** @param patience what Grid has asked for before, and where to keep what it asks for */
    public HttpGrid(GridSettings settings, Clock ours, Sleeper sleeper, Patience patience) {
        calls = new GridCalls(settings, ours, sleeper, patience);
    }

    @Override
    public Instant now() {
        if (!calls.clock().known()) {
            calls.read("/customers?limit=1", GridJson::parse);
        }
        return calls.clock().now();
    }

    @Override
    public SubmitAnswer upload(String header, InputStream lines, long lineBytes) {
        MultipartFile file = new MultipartFile(header, lines, lineBytes);
        HttpRequest request = calls.request(
                        "/customers/bulk/csv", GridCalls.ANSWER.plusSeconds(lineBytes / SLOWEST_BYTES_PER_SECOND))
                .header("Content-Type", file.contentType())
                .POST(file.body())
                .build();
        return calls.once(request, HttpGrid::accepted);
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
            JsonNode page =
                    calls.readKnown(cursor.isEmpty() ? path : path + "&cursor=" + encode(cursor), GridJson::parse);
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
        JsonNode customer = calls.read("/customers/" + encode(gridCustomerId), GridJson::parse);
        return customer == null || "true".equals(GridJson.text(customer, "isDeleted"))
                ? Optional.empty()
                : Optional.of(customer.toString());
    }

    @Override
    public SubmitAnswer change(String gridCustomerId, String request) {
        HttpRequest patch = calls.request("/customers/" + encode(gridCustomerId), GridCalls.ANSWER)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(request))
                .build();
        SubmitAnswer answer = calls.once(patch, done -> switch (done.statusCode()) {
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
        return ofGone(
                calls.once(calls.request(path, GridCalls.ANSWER).DELETE().build(), done -> new SubmitAnswer.Deleted()));
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
        HttpRequest request = calls.request(path, GridCalls.ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        return calls.once(request, answer -> {
            JsonNode body = GridJson.parse(answer.body());
            SubmitAnswer done = body == null ? null : read.apply(body);
            return done != null
                    ? done
                    : new SubmitAnswer.Unknown("Grid took the call but gave no id", answer.statusCode());
        });
    }

    @Override
    public JobAnswer job(String jobId) {
        JsonNode job = calls.read("/customers/bulk/jobs/" + encode(jobId), GridJson::parse);
        return job == null
                ? new JobAnswer(JobAnswer.State.NOT_FOUND, "404", -1, -1, -1, -1, List.of())
                : GridJson.job(job);
    }

    @Override
    public CustomerPage created(CreatedSpan span, String cursor, boolean withData) {
        String query = "/customers?limit=100&createdAfter=" + encode(span.from().toString())
                + (span.to() == null ? "" : "&createdBefore=" + encode(span.to().toString()));
        return calls.readKnown(
                cursor.isEmpty() ? query : query + "&cursor=" + encode(cursor),
                body -> PageReader.read(body, withData));
    }

    @Override
    public List<GridCustomer> withPlatformId(String platformCustomerId) {
        CustomerPage page = calls.readKnown(
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
        HttpResponse<byte[]> answer =
                calls.ask(calls.request("/config", ASIDE).GET().build());
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new GridProblem(GridProblem.Kind.UNAUTHORIZED, "it answered " + status);
        }
        if (status / 100 != 2 || GridJson.parse(answer.body()) == null) {
            throw new GridProblem(GridProblem.Kind.UNEXPECTED, "it answered " + status);
        }
        return GridConfig.requiredFields(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
