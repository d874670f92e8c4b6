package io.futureos.studio.examples.smtp;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.report.ReportDelivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hands scheduled reports to a mail server, one mail for all recipients of an occurrence; they see each other's addresses.
 * Every delivery has a connection of its own. Safe for use by several threads.
 *
 * <p>What "once" means here: the Studio asks once for each occurrence, and again if a node died or the mail server did not
 * answer. SMTP can't tell whether a mail was taken whose last answer got lost, so such a mail is sent twice rather than never.
 * All mails of an occurrence bear the same {@code Message-ID}, made from {@link Delivery#key}: whoever must not see it twice
 * keeps those ids, as many mail servers do.
 *
 * <p>Worth another try is what the server refuses for the moment (4xx) and a connection that fails; what it refuses for good
 * (5xx) is not. If it refuses one of several recipients for the moment, nobody gets the mail before the next try, so that
 * nobody gets it twice; if it refuses one for good, the others get it and the failure says who does not.
 */
public final class SmtpReportDelivery implements ReportDelivery {

    private final MailServer server;
    private final InternetAddress sender;
    private final Troubles troubles;

    private SmtpReportDelivery(MailServer server, InternetAddress sender) {
        this.server = server;
        this.sender = sender;
        this.troubles = new Troubles(server);
    }

    /**
     * A delivery by this server.
     *
     * @param sender the address that the mails come from, for example {@code Forecasts <forecasts@example.org>}
     * @throws IllegalArgumentException if it is no mail address
     */
    public static SmtpReportDelivery by(MailServer server, String sender) {
        return new SmtpReportDelivery(requireNonNull(server, "server"), Addresses.read(sender));
    }

    /**
     * Hands the report over.
     *
     * @throws IllegalArgumentException if a recipient is no mail address, or there is a line break in one or in the subject
     * @throws MailRefusedException if the server refused it for good, or refused some of the recipients for good
     */
    @Override
    public void deliver(Delivery delivery) throws IOException {
        List<InternetAddress> recipients =
                delivery.recipients().stream().map(Addresses::read).toList();
        MimeMessage mail = new Letter(sender, recipients, delivery).written();
        try {
            server.send(mail, recipients);
        } catch (MessagingException e) {
            List<InternetAddress> rest = new ArrayList<>(recipients);
            rest.removeAll(Troubles.refusedForGood(e));
            if (rest.isEmpty() || rest.size() == recipients.size()) {
                throw troubles.of(e);
            }
            sendToRest(mail, rest);
            throw new MailRefusedException(troubles.refusal(e) + " The others have it: " + list(rest) + ".", e);
        }
    }

    private void sendToRest(MimeMessage mail, List<InternetAddress> rest) throws IOException {
        try {
            server.send(mail, rest);
        } catch (MessagingException e) {
            throw troubles.of(e);
        }
    }

    private static String list(List<InternetAddress> addresses) {
        return addresses.stream().map(InternetAddress::getAddress).collect(Collectors.joining(", "));
    }
}
