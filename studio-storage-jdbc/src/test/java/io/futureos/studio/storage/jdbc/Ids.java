package io.futureos.studio.storage.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts comparable in which the same things have other ids. */
final class Ids {

    private static final Pattern BYTES = Pattern.compile("\\\\{1,2}x((?:[0-9a-f]{2})+)");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    /** The text, bytes in it made readable, in which the first id is called {@code #1} wherever it stands, and so on. */
    static String inOrder(String text) {
        Map<String, String> names = new HashMap<>();
        String shown = BYTES.matcher(text).replaceAll(Ids::readable);
        return ID.matcher(shown).replaceAll(id -> names.computeIfAbsent(id.group(), any -> "#" + (names.size() + 1)));
    }

    private static String readable(MatchResult bytes) {
        return Matcher.quoteReplacement(new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.UTF_8));
    }
}
