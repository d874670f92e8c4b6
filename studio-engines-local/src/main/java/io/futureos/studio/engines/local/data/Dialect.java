package io.futureos.studio.engines.local.data;

import io.futureos.studio.engines.local.config.ConfigObject;
import java.util.List;
import java.util.Map;

/**
 * How a CSV file is written: where it differs from RFC 4180, its configuration says so.
 *
 * @param delimiter what separates the cells
 * @param decimalComma whether figures have a decimal comma in place of a point
 */
record Dialect(char delimiter, boolean decimalComma) {

    static final Dialect STANDARD = new Dialect(',', false);
    static final List<String> KEYS = List.of("delimiter", "decimal_mark");

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    static Dialect of(ConfigObject config) {
        char delimiter = config.choice("delimiter", List.of("comma", "semicolon", "tab", "pipe"))
                .map(name -> DELIMITERS.getOrDefault(name, ','))
                .orElse(',');
        boolean comma = config.choice("decimal_mark", List.of("point", "comma"))
                .filter("comma"::equals)
                .isPresent();
        if (comma && delimiter == ',') {
            throw config.wrong(
                    "decimal_mark",
                    "is comma, which separates the cells; give another \"delimiter\" too, like semicolon");
        }
        return new Dialect(delimiter, comma);
    }

    static String nameOf(char delimiter) {
        return switch (delimiter) {
            case ';' -> "a semicolon";
            case '\t' -> "a tab";
            case '|' -> "a pipe";
            default -> "a comma";
        };
    }
}
