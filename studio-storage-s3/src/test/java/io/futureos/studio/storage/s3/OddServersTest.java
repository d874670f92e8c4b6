package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that know less than Amazon's, or fail where S3Proxy can't be made to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OddServersTest {

    private static final byte[] REPORT = "a report".getBytes(UTF_8);
    private static final BlobKey KEY = BlobKey.of(REPORT);

    private record Answer(int status, String body) {}

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final S3BlobStore blobs;

    OddServersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        blobs = S3BlobStore.builder("bucket", "us-east-1")
                .endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .pathStyle(true)
                .credentials("access", "secret")
                .build();
    }

    @AfterEach
    void close() {
        blobs.close();
        server.stop(0);
    }

    /** The server gives this answer to what is asked, which is told as one word. */
    private void answers(Function<String, Answer> answers) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                String request = told(exchange);
                asked.add(request);
                Answer answer = answers.apply(request);
                byte[] body = answer.body().getBytes(UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static String told(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (exchange.getRequestHeaders().containsKey("x-amz-copy-source")) {
            return "copy";
        }
        if (query.startsWith("uploads")) {
            return "begin";
        }
        if (query.contains("uploadId")) {
            return exchange.getRequestMethod().equals("DELETE") ? "abort" : "part";
        }
        return exchange.getRequestHeaders().containsKey("If-None-Match") ? "put-if-absent" : "put-or-get";
    }

    private static Answer error(int status, String code) {
        return new Answer(status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 501})
    void a_condition_that_decides_nothing_leads_to_a_plain_put(int status) {
        answers(request -> switch (request) {
            case "put-if-absent" -> error(status, "No");
            case "copy" -> error(404, "NoSuchKey");
            default -> new Answer(200, "");
        });

        assertThat(blobs.put(REPORT)).isEqualTo(KEY);

        assertThat(asked).containsExactly("put-if-absent", "copy", "put-or-get");
    }

    @Test
    void nothing_is_sent_into_a_bucket_that_is_not_there() {
        answers(request -> error(404, "NoSuchBucket"));

        assertThatThrownBy(() -> blobs.put(new byte[2 << 20])).hasMessageContaining("create it, or name another");

        assertThat(asked).containsExactly("copy");
    }

    @Test
    void a_server_that_knows_no_ranges_is_told() {
        answers(request -> new Answer(200, "a report"));

        assertThat(blobs.get(KEY)).contains(REPORT);
        assertThatThrownBy(() -> blobs.get(KEY, 2, 3))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll("Asked for blob " + KEY + " from byte 2 on", "the header Range");
    }

    @Test
    void a_large_put_that_fails_midway_clears_up_after_itself() {
        answers(request -> switch (request) {
            case "copy" -> error(404, "NoSuchKey");
            case "begin" ->
                new Answer(
                        200, "<InitiateMultipartUploadResult><UploadId>7</UploadId></InitiateMultipartUploadResult>");
            case "part" -> error(403, "AccessDenied");
            default -> new Answer(204, "");
        });

        assertThatThrownBy(() -> blobs.put(new byte[17 << 20]))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("403");

        assertThat(asked).containsExactly("copy", "begin", "part", "abort");
    }
}
