package io.futureos.studio.examples.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** Reads mail addresses. What could end a header or a command of SMTP is none. */
final class Addresses {

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private Addresses() {}

    static InternetAddress read(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            throw none(text, "it has a line break or another character that none has");
        }
        try {
            var address = new InternetAddress(text, true);
            if (address.isGroup()) {
                throw none(text, "it is a group");
            }
            return address;
        } catch (AddressException e) {
            throw none(text, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException none(String text, String problem) {
        return new IllegalArgumentException("\"" + UNPRINTABLE.matcher(text).replaceAll("?") + "\" is no mail address: "
                + problem + ". Give one like board@example.org.");
    }
}
