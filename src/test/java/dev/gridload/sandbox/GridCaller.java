package dev.gridload.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a sandbox over HTTP as any program would. */
final class GridCaller {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    GridCaller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    record Answer(int status, JsonNode json, HttpResponse<byte[]> response) {

        String text(String name) {
            return json.path(name).asString();
        }

        /** Fields that were refused, in order. */
        List<String> fields() {
            List<String> names = new ArrayList<>();
            json.path("details")
                    .path("errors")
                    .forEach(error -> names.add(error.path("field").asString()));
            return names;
        }
    }

    Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), "");
    }

    Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), "");
    }

    Answer post(String path, String json) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, HttpRequest.BodyPublishers.ofString(json), "application/json");
    }

    Answer upload(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    Answer upload(byte[] csv) {
        byte[] head = ("--b0undary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8);
        return uploadBody(
                HttpRequest.BodyPublishers.ofByteArrays(List.of(head, csv, tail)),
                "multipart/form-data; boundary=b0undary");
    }

    Answer uploadBody(HttpRequest.BodyPublisher body, String contentType) {
        return send("POST", "/customers/bulk/csv", body, contentType);
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, body)
                .header("Authorization", basic("sandbox", "sandbox"));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request.build());
    }

    Answer admin(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                .build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode json = response.body().length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(response.body());
            return new Answer(response.statusCode(), json, response);
        } catch (IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The ids of all customers a filter finds, page by page. */
    List<String> everyPage(String filter) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = get("/customers?" + filter + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor)));
            page.json()
                    .path("data")
                    .forEach(customer ->
                            ids.add(customer.path("platformCustomerId").asString()));
            if (!page.json().path("hasMore").asBoolean()) {
                return ids;
            }
            cursor = page.text("nextCursor");
        }
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
