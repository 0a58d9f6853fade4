package dev.gridload.grid;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** One file as multipart/form-data (RFC 7578), streamed, with its length known beforehand. */
final class MultipartFile {

    private final String boundary = "gridload-" + UUID.randomUUID();
    private final byte[] before;
    private final byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    private final InputStream content;
    private final long contentBytes;

    MultipartFile(String header, InputStream lines, long lineBytes) {
        before = ("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"
                        + header + "\n")
                .getBytes(StandardCharsets.UTF_8);
        content = lines;
        contentBytes = lineBytes;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    HttpRequest.BodyPublisher body() {
        List<InputStream> parts = List.of(new ByteArrayInputStream(before), content, new ByteArrayInputStream(after));
        InputStream whole = new SequenceInputStream(Collections.enumeration(parts));
        return HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> whole), before.length + contentBytes + after.length);
    }
}
