package io.futureos.studio.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.regex.Pattern;

/** The header that makes a browser save what it gets under a name, after RFC 6266, and never show it in the page. */
final class Attachment {

    private static final int LONGEST_NAME = 255;
    private static final Pattern NOT_IN_A_FILE_NAME = Pattern.compile("[\\p{Cntrl}/\\\\]");
    private static final Pattern NOT_IN_QUOTES = Pattern.compile("[^ -~]|[\"%]");

    private Attachment() {}

    static String named(String fileName) {
        if (fileName.isBlank() || fileName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of a file has 1 to " + LONGEST_NAME
                    + " characters, but this has " + fileName.strip().length());
        }
        String safe = NOT_IN_A_FILE_NAME.matcher(fileName).replaceAll("_");
        return "attachment; filename=\"" + NOT_IN_QUOTES.matcher(safe).replaceAll("_") + "\"; filename*=UTF-8''"
                + URLEncoder.encode(safe, UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
