package io.futureos.studio.examples.smtp;

import static io.futureos.studio.examples.smtp.Encryption.NONE;
import static io.futureos.studio.examples.smtp.Encryption.STARTTLS;
import static io.futureos.studio.examples.smtp.Encryption.TLS;
import static io.futureos.studio.examples.smtp.Reports.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(15)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EncryptionTest {

    private static final String SENDER = "forecasts@example.org";
    private static final String PASSWORD = "open sesame";

    @TempDir
    static Path folder;

    static SSLContext certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.madeIn(folder).context();
    }

    @Test
    void who_has_a_password_sends_it_over_an_encrypted_line() throws Exception {
        try (PostOffice office = PostOffice.guarded(certificate, "studio", PASSWORD)) {
            MailServer server = office.address(STARTTLS).trusting(certificate).login("studio", PASSWORD);

            SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org"));

            assertThat(office.only().recipients()).containsExactly("board@example.org");
        }
    }

    @Test
    void a_wrong_password_is_told_without_the_password_and_not_tried_again() {
        try (PostOffice office = PostOffice.guarded(certificate, "studio", "another one")) {
            MailServer server = office.address(STARTTLS).trusting(certificate).login("studio", PASSWORD);

            assertThat(server.toString()).doesNotContain(PASSWORD, "studio");
            assertThatThrownBy(() -> SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org")))
                    .isInstanceOf(MailRefusedException.class)
                    .hasMessageContaining("does not let this host in: 535")
                    .hasMessageContaining("Correct the user and the password")
                    .satisfies(e -> assertThat(trace(e)).doesNotContain(PASSWORD));
            assertThat(office.taken).isEmpty();
        }
    }

    @Test
    void over_a_line_in_the_clear_no_password_is_sent() {
        try (PostOffice office = PostOffice.open()) {
            assertThatThrownBy(() -> office.address(NONE).login("studio", PASSWORD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("would be sent in the clear")
                    .message()
                    .doesNotContain(PASSWORD);
            MailServer server = office.address(STARTTLS).trusting(certificate).login("studio", PASSWORD);

            assertThatThrownBy(() -> SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("STARTTLS is required but");
            assertThat(office.taken).isEmpty();
        }
    }

    @Test
    void a_line_may_be_encrypted_from_the_first_byte() throws Exception {
        try (PostOffice office = PostOffice.encrypted(certificate)) {
            MailServer server = office.address(TLS).trusting(certificate);

            SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org"));

            assertThat(office.taken).hasSize(1);
        }
    }

    @Test
    void a_certificate_that_nobody_believes_gets_no_mail() {
        try (PostOffice encrypted = PostOffice.encrypted(certificate);
                PostOffice guarded = PostOffice.guarded(certificate, "studio", PASSWORD)) {
            assertThatThrownBy(() -> SmtpReportDelivery.by(encrypted.address(TLS), SENDER)
                            .deliver(to("board@example.org")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThatThrownBy(() -> SmtpReportDelivery.by(
                                    guarded.address(STARTTLS).login("studio", PASSWORD), SENDER)
                            .deliver(to("board@example.org")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThat(encrypted.taken).isEmpty();
            assertThat(guarded.taken).isEmpty();
        }
    }

    @Test
    void the_certificate_of_another_machine_gets_no_mail() {
        try (PostOffice office = PostOffice.encrypted(certificate)) {
            MailServer server = office.address("localhost", TLS).trusting(certificate);

            assertThatThrownBy(() -> SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No name matching localhost found");
            assertThat(office.taken).isEmpty();
        }
    }

    private static String trace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
