package dev.gridload.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;

/** A sandbox whose faults are scripted over HTTP and whose jobs take ten seconds of a clock that is moved. */
final class ScriptedGrid implements AutoCloseable {

    private static final String HEADER =
            "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n";
    private static final String PERSON = ",INDIVIDUAL,Ann Lee,1990-01-15,1 Road,Town,CA,94105,US\n";

    final MovableClock clock = new MovableClock();
    final Sandbox sandbox;
    final GridCaller caller;

    ScriptedGrid(SandboxSettings settings) {
        this.sandbox = Sandbox.start(settings.withClock(clock));
        this.caller = new GridCaller(sandbox);
    }

    /** Double quotes may be written as single ones. */
    GridCaller.Answer script(String json) {
        return caller.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    void faults(String... faults) {
        GridCaller.Answer answer = script("{'faults':[" + String.join(",", faults) + "]}");
        if (answer.status() != 204) {
            throw new IllegalArgumentException(answer.json().toString());
        }
    }

    /** Uploads persons with these ids; the path of the job. */
    String upload(String... ids) {
        String rows = List.of(ids).stream().map(id -> id + PERSON).collect(Collectors.joining());
        return "/customers/bulk/jobs/" + caller.upload(HEADER + rows).text("jobId");
    }

    GridCaller.Answer create(String id) {
        return caller.post("/customers", "{\"customerType\":\"BUSINESS\",\"platformCustomerId\":\"" + id + "\"}");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
