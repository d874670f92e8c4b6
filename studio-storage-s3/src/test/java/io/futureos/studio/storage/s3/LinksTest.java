package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.testkit.server.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinksTest {

    private static final byte[] REPORT = "<script>a report</script>".getBytes(UTF_8);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final HttpClient browser = HttpClient.newHttpClient();
    private final S3Server server = S3Server.shared();
    private final S3BlobStore blobs =
            Stores.at(server, server.newBucket()).keyPrefix("studio/øy/").build();
    private final BlobKey key = blobs.put(REPORT);

    @AfterEach
    void close() {
        blobs.close();
    }

    private URI link(String fileName, Duration goodFor) {
        return blobs.link(key, fileName, goodFor).orElseThrow();
    }

    private HttpResponse<byte[]> opened(URI link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> opened(String link) throws IOException, InterruptedException {
        return opened(URI.create(link));
    }

    @Test
    void anybody_who_has_a_link_can_save_the_blob_under_the_name_that_was_given() throws Exception {
        HttpResponse<byte[]> answer = opened(link("Norway 2025.pdf", A_MINUTE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(REPORT);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Norway 2025.pdf\"; filename*=UTF-8''Norway%202025.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void nobody_can_change_what_a_link_says() throws Exception {
        String link = link("report.pdf", A_MINUTE).toString();

        for (String changed : new String[] {
            link.replace("report.pdf", "report.html"),
            link.replace("attachment", "inline"),
            link.replace("octet-stream", "html"),
            link.replace("X-Amz-Expires=60", "X-Amz-Expires=600"),
            link.replace(key.toString(), "0".repeat(64)),
            link.substring(0, link.indexOf('?'))
        }) {
            assertThat(changed).isNotEqualTo(link);
            assertThat(opened(changed).statusCode()).as(changed).isEqualTo(403);
        }
        assertThat(opened(link).statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_is_good_for_as_long_as_was_asked() throws Exception {
        URI link = link("report.pdf", Duration.ofSeconds(1));
        Instant atTheLatest = Instant.now().plusSeconds(20);

        assertThat(opened(link).statusCode()).isIn(200, 403);
        while (opened(link).statusCode() != 403 && Instant.now().isBefore(atTheLatest)) {
            Thread.onSpinWait();
        }

        assertThat(opened(link).statusCode()).isEqualTo(403);
    }

    @Test
    void five_minutes_are_the_longest() {
        assertThat(link("report.pdf", Duration.ofMinutes(5)).getQuery()).contains("X-Amz-Expires=300");

        for (Duration wrong :
                new Duration[] {Duration.ofMinutes(5).plusMillis(1), Duration.ZERO, Duration.ofMillis(999)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> link("report.pdf", wrong))
                    .withMessageContaining("but " + wrong + " was asked for");
        }
    }

    @Test
    void a_link_does_not_tell_the_secret() {
        assertThat(link("report.pdf", A_MINUTE).toString()).doesNotContain(server.secretKey());
    }

    @Test
    void a_link_to_what_nobody_put_leads_nowhere() throws Exception {
        URI link = blobs.link(BlobKey.of(new byte[1]), "report.pdf", A_MINUTE).orElseThrow();

        assertThat(opened(link).statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_in_any_language_comes_through() throws Exception {
        assertThat(opened(link("Prognose für Ærø 日本.pdf", A_MINUTE)).headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"Prognose f_r _r_ __.pdf\"; "
                        + "filename*=UTF-8''Prognose%20f%C3%BCr%20%C3%86r%C3%B8%20%E6%97%A5%E6%9C%AC.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\"; filename=\"b.html", "a\r\nSet-Cookie: b", "../../etc/passwd", "..\\a", "a%22b", "a'b*c"})
    void no_name_breaks_out_of_the_header(String name) {
        assertThat(Attachment.named(name))
                .matches(
                        "attachment; filename=\"[^\"%\\\\/\\p{Cntrl}]*\"; filename\\*=UTF-8''([A-Za-z0-9._-]|%[0-9A-F]{2})*");
    }

    @Test
    void a_name_has_to_be_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> link(" ", A_MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> link("a".repeat(256), A_MINUTE));
    }
}
