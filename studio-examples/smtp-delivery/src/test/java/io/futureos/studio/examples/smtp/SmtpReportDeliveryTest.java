package io.futureos.studio.examples.smtp;

import static io.futureos.studio.examples.smtp.Encryption.NONE;
import static io.futureos.studio.examples.smtp.Reports.DUE;
import static io.futureos.studio.examples.smtp.Reports.delivery;
import static io.futureos.studio.examples.smtp.Reports.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a mail server that really talks. */
@Timeout(15)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpReportDeliveryTest {

    private static final String SENDER = "Forecasts <forecasts@example.org>";

    private final PostOffice office = PostOffice.open();
    private final SmtpReportDelivery delivery = SmtpReportDelivery.by(office.address(NONE), SENDER);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_report_goes_to_all_its_recipients_with_its_files_attached() throws Exception {
        delivery.deliver(delivery("Norge blir elektrisk på 1 år", DUE, "board@example.org", "Bo <bo@example.com>"));

        PostOffice.Received received = office.only();
        assertThat(received.from()).isEqualTo("forecasts@example.org");
        assertThat(received.recipients()).containsExactly("board@example.org", "bo@example.com");
        MimeMessage mail = received.mail();
        assertThat(mail.getSubject()).isEqualTo("Norge blir elektrisk på 1 år: report of 2025-01-02");
        assertThat(mail.getHeader("From", null)).isEqualTo(SENDER);
        assertThat(mail.getHeader("To", null)).isEqualTo("board@example.org, Bo <bo@example.com>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getSentDate()).isNotNull();
        var content = (MimeMultipart) mail.getContent();
        assertThat(content.getCount()).isEqualTo(3);
        assertThat(String.valueOf(content.getBodyPart(0).getContent()).lines())
                .containsExactly(
                        "The report \"Norway goes electric\", made at 2025-01-01T17:30:05Z, was due at"
                                + " 2025-01-02T08:00:00Z.",
                        "",
                        "It is no longer up to date:",
                        "- Anna set the share to 0.3.");
        assertAttached(content.getBodyPart(1), "norway.pdf", "application/pdf");
        assertThat(content.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(Reports.PDF);
        assertAttached(content.getBodyPart(2), "norway.html", "text/html");
        assertThat(content.getBodyPart(2).getInputStream().readAllBytes())
                .isEqualTo(to("a@b.c").files().get(1).content());
    }

    private static void assertAttached(BodyPart part, String name, String type) throws Exception {
        assertThat(part.getDisposition()).isEqualTo("attachment");
        assertThat(part.getFileName()).isEqualTo(name);
        assertThat(part.getContentType()).startsWith(type);
    }

    @Test
    void mails_of_one_occurrence_bear_one_id_and_those_of_others_other_ones() throws Exception {
        delivery.deliver(to("board@example.org"));
        delivery.deliver(delivery("Renamed meanwhile", DUE, "board@example.org", "bo@example.com"));
        delivery.deliver(delivery("Norway goes electric", DUE.plusSeconds(60), "board@example.org"));

        assertThat(id(0)).isEqualTo("<" + Reports.SCHEDULE + ".2025-01-02T080000Z@example.org>");
        assertThat(id(1)).isEqualTo(id(0));
        assertThat(id(2)).isNotEqualTo(id(0));
    }

    private String id(int mail) throws Exception {
        return office.taken.get(mail).mail().getMessageID();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "board@example.org\r\nBcc: spy@example.com",
                "board@example.org\nRCPT TO:<spy@example.com>",
                "board@example.org\r",
                "Board\n <board@example.org>",
                "board@example.org, spy@example.com",
                "all: board@example.org, spy@example.com;",
                "boärd@example.org",
                "board",
                "@",
                " ",
            })
    void what_is_no_mail_address_is_refused_and_nothing_is_sent(String recipient) {
        assertThatThrownBy(() -> delivery.deliver(to("bo@example.org", recipient)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no mail address")
                .hasMessageContaining("Give one like board@example.org")
                .message()
                .doesNotContain("\r", "\n");
        assertThatThrownBy(() -> SmtpReportDelivery.by(office.address(NONE), recipient))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(office.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Norway\r\nBcc: spy@example.com", "Norway\nX", "Norway\r", "Norway\u0085", "Norway\u0000"})
    void a_project_whose_name_would_break_out_of_the_subject_is_refused(String name) {
        assertThatThrownBy(() -> delivery.deliver(delivery(name, DUE, "board@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has a line break")
                .hasMessageContaining("Rename the project");
        assertThat(office.taken).isEmpty();
    }

    @Test
    void a_recipient_who_is_refused_for_good_is_told_and_the_others_have_the_report() {
        office.refuse("gone@example.org", 550, "5.1.1 no such user");

        assertThatThrownBy(() -> delivery.deliver(to("board@example.org", "gone@example.org", "bo@example.org")))
                .isInstanceOf(MailRefusedException.class)
                .hasMessageMatching("The mail server 127.0.0.1:\\d+ refused the report: 550 5.1.1 no such user"
                        + " \\(gone@example.org\\)\\. The others have it: board@example.org, bo@example.org\\.");

        assertThat(office.only().recipients()).containsExactly("board@example.org", "bo@example.org");
    }

    @Test
    void a_report_that_all_recipients_refuse_for_good_is_not_tried_again() {
        office.refuse("gone@example.org", 553, "5.1.3 gone");

        assertThatThrownBy(() -> delivery.deliver(to("gone@example.org")))
                .isInstanceOf(MailRefusedException.class)
                .hasMessageEndingWith("refused the report: 553 5.1.3 gone (gone@example.org).");
    }

    @Test
    void while_one_recipient_is_refused_for_the_moment_nobody_has_the_report_and_afterwards_everybody_once()
            throws IOException {
        office.refuse("busy@example.org", 450, "4.2.0 try again later");
        office.refuse("gone@example.org", 550, "5.1.1 no such user");

        assertThatThrownBy(() -> delivery.deliver(to("board@example.org", "busy@example.org", "gone@example.org")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not take the report for the moment")
                .hasMessageContaining("450 4.2.0 try again later (busy@example.org)");
        assertThat(office.taken).isEmpty();

        office.refuseNothing();
        delivery.deliver(to("board@example.org", "busy@example.org", "gone@example.org"));
        assertThat(office.only().recipients()).hasSize(3);
    }

    @Test
    void a_report_that_the_server_refuses_as_a_whole_is_tried_again_or_not_as_it_says() {
        office.refuse("data", 451, "4.3.0 disk full");
        assertThatThrownBy(() -> delivery.deliver(to("board@example.org")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("451 4.3.0 disk full");

        office.refuse("data", 554, "5.7.1 looks like spam");
        assertThatThrownBy(() -> delivery.deliver(to("board@example.org")))
                .isInstanceOf(MailRefusedException.class)
                .hasMessageContaining("554 5.7.1 looks like spam");
    }

    @Test
    void a_server_that_is_away_is_worth_another_try() {
        office.close();

        assertThatThrownBy(() -> delivery.deliver(to("board@example.org")))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        "The mail server 127.0.0.1:\\d+ can't be used \\(Connection refused.*\\)\\. Start it,"
                                + " or correct its address and encryption\\.");
    }

    @Test
    void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for_longer_than_the_time_out() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailServer server =
                    MailServer.at("127.0.0.1", silent.getLocalPort(), NONE).timeout(Duration.ofMillis(200));

            assertThatThrownBy(() -> SmtpReportDelivery.by(server, SENDER).deliver(to("board@example.org")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("gave no answer within 200 ms");
        }
    }

    @Test
    void a_server_that_takes_the_mail_and_says_nothing_is_asked_again_under_the_same_id() throws Exception {
        office.fallSilent();
        SmtpReportDelivery impatient =
                SmtpReportDelivery.by(office.address(NONE).timeout(Duration.ofSeconds(2)), SENDER);
        assertThatThrownBy(() -> impatient.deliver(to("board@example.org")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gave no answer within 2000 ms");

        office.speakAgain();
        impatient.deliver(to("board@example.org"));

        assertThat(office.taken).hasSize(2);
        assertThat(id(1)).isEqualTo(id(0));
    }

    @Test
    void a_time_out_is_positive_and_not_for_ever() {
        MailServer server = office.address(NONE);

        assertThatThrownBy(() -> server.timeout(Duration.ZERO)).hasMessageContaining("was PT0S");
        assertThatThrownBy(() -> server.timeout(Duration.ofHours(1))).hasMessageContaining("was PT1H");
        assertThatCode(() -> server.timeout(Duration.ofMinutes(10))).doesNotThrowAnyException();
    }
}
