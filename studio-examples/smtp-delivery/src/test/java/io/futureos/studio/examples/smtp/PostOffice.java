package io.futureos.studio.examples.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server in this process, which keeps what it is given and refuses what it is told to. */
final class PostOffice implements AutoCloseable {

    /** What the server took, in the order in which it took it. */
    final List<Received> taken = new CopyOnWriteArrayList<>();

    private final Map<String, RejectException> refused = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean silent;
    private final SMTPServer server;

    /** A mail, and those to whom it goes whatever it says. */
    record Received(String from, List<String> recipients, MimeMessage mail) {}

    private PostOffice(UnaryOperator<SMTPServer.Builder> more) {
        server = more.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .messageHandlerFactory(context -> new Mail()))
                .build();
        server.start();
    }

    static PostOffice open() {
        return new PostOffice(server -> server);
    }

    /** One that encrypts by STARTTLS and lets in nobody but this user. */
    static PostOffice guarded(SSLContext certificate, String user, String password) {
        return new PostOffice(server -> server.startTlsSocketFactory(certificate)
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(Guard.of(user, password)));
    }

    /** One that encrypts from the first byte. */
    static PostOffice encrypted(SSLContext certificate) {
        return new PostOffice(server -> server.serverSocketFactory(certificate));
    }

    /** From now on this recipient, or {@code data} for whole mails, is answered so. */
    void refuse(String what, int code, String answer) {
        refused.put(what, new RejectException(code, answer));
    }

    void refuseNothing() {
        refused.clear();
    }

    /** From now on it takes mails and says nothing to them. */
    void fallSilent() {
        silent = true;
    }

    void speakAgain() {
        silent = false;
    }

    MailServer address(Encryption encryption) {
        return address("127.0.0.1", encryption);
    }

    MailServer address(String host, Encryption encryption) {
        return MailServer.at(host, server.getPortAllocated(), encryption);
    }

    Received only() {
        if (taken.size() != 1) {
            throw new AssertionError("There should be one mail, but there are " + taken);
        }
        return taken.get(0);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private final class Mail implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();
        private @Nullable String from;

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            requireWelcome(recipient);
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            requireWelcome("data");
            taken.add(new Received(String.valueOf(from), List.copyOf(recipients), read(data)));
            if (silent) {
                awaitClosing();
            }
            return null;
        }

        @Override
        public void done() {}

        private void requireWelcome(String what) throws RejectException {
            Optional<RejectException> refusal = Optional.ofNullable(refused.get(what));
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MimeMessage read(InputStream data) {
        try {
            return new MimeMessage((@Nullable Session) null, data);
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("This is no mail", e));
        }
    }
}
