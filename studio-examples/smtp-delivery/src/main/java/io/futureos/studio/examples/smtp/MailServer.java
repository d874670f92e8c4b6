package io.futureos.studio.examples.smtp;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** Where a mail server is, and how to get in. Never changes; what says something more about it gives another one. */
public final class MailServer {

    /** How long an answer is waited for unless something else is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final Encryption encryption;
    private final Duration timeout;
    private final Optional<Login> login;
    private final Optional<SSLContext> trust;

    private MailServer(
            String host,
            int port,
            Encryption encryption,
            Duration timeout,
            Optional<Login> login,
            Optional<SSLContext> trust) {
        this.host = host;
        this.port = port;
        this.encryption = encryption;
        this.timeout = timeout;
        this.login = login;
        this.trust = trust;
    }

    /** Not a record, which would show its password. */
    private static final class Login {
        private final String user;
        private final String password;

        Login(String user, String password) {
            this.user = requireNonNull(user, "user");
            this.password = requireNonNull(password, "password");
        }
    }

    /** The server at this address, which nobody looks at before there is something to send. */
    public static MailServer at(String host, int port, Encryption encryption) {
        return new MailServer(
                requireNonNull(host, "host"),
                port,
                requireNonNull(encryption, "encryption"),
                DEFAULT_TIMEOUT,
                Optional.empty(),
                Optional.empty());
    }

    /** The server that lets this user in. */
    public MailServer login(String user, String password) {
        if (encryption == Encryption.NONE) {
            throw new IllegalArgumentException(
                    "The password for " + this + " would be sent in the clear. Take STARTTLS or TLS.");
        }
        return new MailServer(host, port, encryption, timeout, Optional.of(new Login(user, password)), trust);
    }

    /** How long to wait for the connection, and for each answer; a mail takes about ten. */
    public MailServer timeout(Duration most) {
        if (most.toMillis() < 1 || most.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("The time-out is from 1 ms to 10 min, was " + most + ".");
        }
        return new MailServer(host, port, encryption, most, login, trust);
    }

    /** Whose certificates are believed, if those are not enough that the JVM believes. */
    public MailServer trusting(SSLContext certificates) {
        return new MailServer(host, port, encryption, timeout, login, Optional.of(certificates));
    }

    Duration timeout() {
        return timeout;
    }

    /** Sends it to all of them, or throws and has sent it to nobody, or does not know. */
    void send(MimeMessage mail, List<InternetAddress> recipients) throws MessagingException {
        Transport line =
                Session.getInstance(properties()).getTransport(encryption == Encryption.TLS ? "smtps" : "smtp");
        try {
            line.connect(
                    host,
                    port,
                    login.map(known -> known.user).orElse(null),
                    login.map(known -> known.password).orElse(null));
            line.sendMessage(mail, recipients.toArray(InternetAddress[]::new));
        } finally {
            hangUp(line);
        }
    }

    /** What goes wrong here changes nothing: the server has the mail, or there is a better exception on its way. */
    private static void hangUp(Transport line) {
        try {
            line.close();
        } catch (MessagingException e) {
            // the connection is gone either way
        }
    }

    private Properties properties() {
        String prefix = encryption == Encryption.TLS ? "mail.smtps." : "mail.smtp.";
        String millis = String.valueOf(timeout.toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "auth", String.valueOf(login.isPresent()));
        properties.setProperty(prefix + "sendpartial", "false");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        trust.ifPresent(known -> properties.put(prefix + "ssl.socketFactory", known.getSocketFactory()));
        return properties;
    }

    @Override
    public String toString() {
        return "mail server " + host + ":" + port;
    }
}
