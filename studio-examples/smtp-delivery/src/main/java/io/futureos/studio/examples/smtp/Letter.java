package io.futureos.studio.examples.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.report.ReportDelivery.Delivery;
import io.futureos.studio.report.ReportDelivery.ReportFile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery as a mail: a few words, and the files attached. */
record Letter(InternetAddress sender, List<InternetAddress> recipients, Delivery delivery) {

    /** @throws IllegalArgumentException if the project's name would break out of the subject */
    MimeMessage written() {
        try {
            var mail = new Identified(id());
            mail.setFrom(sender);
            mail.setRecipients(RecipientType.TO, recipients.toArray(InternetAddress[]::new));
            mail.setSubject(subject(), UTF_8.name());
            mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes, please
            mail.setContent(content());
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The report can't be written as a mail: " + e.getMessage(), e);
        }
    }

    /** The same for the same occurrence, whoever sends it and however often. */
    private String id() {
        String address = sender.getAddress();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return "<" + delivery.key().replace('/', '.').replace(":", "") + "@" + domain + ">";
    }

    /** Jakarta Mail gives a mail another id whenever it is saved. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super((@Nullable Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private String subject() {
        String subject =
                delivery.projectName() + ": report of " + LocalDate.ofInstant(delivery.occurrence(), ZoneOffset.UTC);
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The subject \"" + subject.replaceAll("\\p{Cntrl}", "?")
                    + "\" has a line break or another control character. Rename the project.");
        }
        return subject;
    }

    private MimeMultipart content() throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(words(), UTF_8.name());
        var all = new MimeMultipart(words);
        for (ReportFile file : delivery.files()) {
            all.addBodyPart(attached(file));
        }
        return all;
    }

    private String words() {
        var text =
                new StringBuilder("The report \"" + delivery.report().content().title() + "\", made at "
                        + delivery.report().generatedAt().truncatedTo(ChronoUnit.SECONDS) + ", was due at "
                        + delivery.occurrence() + ".\n");
        if (delivery.files().isEmpty()) {
            text.append("Its files are not attached, because none can be written.\n");
        }
        if (!delivery.staleness().isEmpty()) {
            text.append("\nIt is no longer up to date:\n");
            delivery.staleness()
                    .forEach(reason -> text.append("- ").append(reason).append('\n'));
        }
        return text.toString();
    }

    private static MimeBodyPart attached(ReportFile file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), type(file.format()))));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(file.name());
        part.setHeader("Content-Transfer-Encoding", "base64"); // the bytes as they are, also those of a text
        return part;
    }

    private static String type(ExportFormat format) {
        return switch (format) {
            case PDF -> "application/pdf";
            case HTML -> "text/html; charset=utf-8";
            case PPTX -> "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        };
    }
}
