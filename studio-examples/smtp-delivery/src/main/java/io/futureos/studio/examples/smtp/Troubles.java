package io.futureos.studio.examples.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Says what is wrong with a mail server or what it said, and whether another try is worth it. No message has a password. */
final class Troubles {

    /** What an answer begins with that the server gave; Jakarta Mail repeats it in the messages of its exceptions. */
    private static final Pattern ANSWER = Pattern.compile("(?s)[45]\\d\\d[ -].*");

    private final MailServer server;

    Troubles(MailServer server) {
        this.server = server;
    }

    /** The recipients that were refused for good; empty if anything else kept the mail from being sent. */
    static List<Address> refusedForGood(MessagingException e) {
        boolean forGood = e instanceof SendFailedException && isForGood(e);
        var refused = new ArrayList<Address>();
        for (Throwable cause = e; forGood && cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPAddressFailedException recipient) {
                refused.add(recipient.getAddress());
            }
        }
        return refused;
    }

    /**
     * What to tell the Studio.
     *
     * @throws MailRefusedException instead, if another try is not worth it
     */
    IOException of(MessagingException e) {
        if (isForGood(e)) {
            throw new MailRefusedException(refusal(e), e);
        }
        return new IOException(forTheMoment(e), e);
    }

    /** What the server refused for good. */
    String refusal(MessagingException e) {
        boolean stranger = e instanceof AuthenticationFailedException;
        return "The " + server
                + (stranger ? " does not let this host in: " : " refused the report: ")
                + String.join("; ", answers(e)) + "."
                + (stranger ? " Correct the user and the password." : "");
    }

    private String forTheMoment(MessagingException e) {
        List<String> answers = answers(e);
        if (!answers.isEmpty()) {
            return "The " + server + " did not take the report for the moment: " + String.join("; ", answers) + ".";
        }
        Throwable deepest = deepest(e);
        if (deepest instanceof SocketTimeoutException) {
            return "The " + server + " gave no answer within "
                    + server.timeout().toMillis() + " ms. Look at its load and the network.";
        }
        return "The " + server + " can't be used (" + line(String.valueOf(deepest.getMessage()))
                + "). Start it, or correct its address and encryption.";
    }

    /** Whether the server gave answers, and all of them begin with a 5. */
    private static boolean isForGood(MessagingException e) {
        List<String> answers = answers(e);
        return !answers.isEmpty() && answers.stream().allMatch(answer -> answer.startsWith("5"));
    }

    private static List<String> answers(MessagingException e) {
        var answers = new ArrayList<String>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher answer = ANSWER.matcher(String.valueOf(cause.getMessage()));
            if (answer.matches()) {
                answers.add(
                        cause instanceof SMTPAddressFailedException recipient
                                ? line(answer.group()) + " ("
                                        + recipient.getAddress().getAddress() + ")"
                                : line(answer.group()));
            }
        }
        return answers;
    }

    private static Throwable deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
