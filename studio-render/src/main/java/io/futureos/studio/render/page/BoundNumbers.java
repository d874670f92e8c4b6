package io.futureos.studio.render.page;

import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Writes the numbers of a section in the report's format. Only what the section binds is touched, at its place in the order of
 * the text, and only if what is printed there is the value as English writes it; so versions, ids, years and names stay.
 */
final class BoundNumbers {

    private static final Pattern NUMERAL = Pattern.compile(
            "(?<![\\w.,])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)([ \u00a0]?%)?(?![\\w]|[.,]\\d)");

    /** What a place holds that people or files name, where a number is part of a name. */
    private static final Set<String> NAMES = Set.of(
            "name",
            "version",
            "id",
            "content",
            "label",
            "description",
            "question",
            "citation",
            "margin",
            "source",
            "url");

    private final Wording wording;
    private final List<TextNode> texts = new ArrayList<>();
    private int node;
    private int from;

    private BoundNumbers(Wording wording) {
        this.wording = wording;
    }

    static void write(Element content, List<BoundNumber> numbers, Wording wording) {
        if (wording.numbers().equals(Wording.ENGLISH.numbers())) {
            return;
        }
        var written = new BoundNumbers(wording);
        content.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                written.texts.add(text);
            }
        });
        numbers.forEach(written::next);
    }

    /** Goes on to the next place where {@code number} is printed; stays where it is if there is none. */
    private void next(BoundNumber number) {
        if (number.text().isEmpty()) {
            return;
        }
        int start = from;
        for (int i = node; i < texts.size(); i++) {
            String text = texts.get(i).getWholeText();
            int at = text.replace('\u00a0', ' ').indexOf(number.text().replace('\u00a0', ' '), start);
            if (at >= 0) {
                int end = at + number.text().length();
                String printed = text.substring(at, end);
                String shown = isName(number) || isPartOfWord(text, at, end) ? printed : shown(printed, number.value());
                texts.get(i).text(text.substring(0, at) + shown + text.substring(end));
                node = i;
                from = at + shown.length();
                return;
            }
            start = 0;
        }
    }

    private static boolean isName(BoundNumber number) {
        return number.origins().stream()
                .anyMatch(origin -> origin.kind() == Origin.Kind.ENGINE
                        || NAMES.contains(
                                origin.pointer().substring(origin.pointer().lastIndexOf('/') + 1)));
    }

    /** {@code v1.2}, {@code 1.2.3} and {@code a-1.2} are no numbers. */
    private static boolean isPartOfWord(String text, int start, int end) {
        boolean joinsBefore = start > 0 && isJoined(text.charAt(start - 1)) && Character.isDigit(text.charAt(start));
        boolean joinsAfter = end < text.length()
                && Character.isLetterOrDigit(text.charAt(end))
                && Character.isDigit(text.charAt(end - 1));
        boolean goesOn = end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ',')
                && Character.isDigit(text.charAt(end + 1));
        return joinsBefore || joinsAfter || goesOn;
    }

    private static boolean isJoined(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ',' || c == '/' || c == '#';
    }

    private String shown(String printed, Object value) {
        if (!(value instanceof Number number)) {
            return printed;
        }
        Matcher numeral = NUMERAL.matcher(printed);
        if (!numeral.find() || !isValue(numeral.group(1), number.doubleValue())) {
            return printed;
        }
        String text = wording.number(numeral.group(1));
        return printed.substring(0, numeral.start())
                + (numeral.group(2) == null ? text : wording.percent(text))
                + printed.substring(numeral.end());
    }

    /** Whether the numeral is the value or a hundred times it, to the digits that are printed, or a bound that it passes. */
    private static boolean isValue(String numeral, double value) {
        BigDecimal printed = new BigDecimal(numeral.replace(",", ""));
        double half = 0.51 * StrictMath.pow(10, -printed.scale());
        double size = Math.abs(value);
        double shown = printed.doubleValue();
        return Math.abs(size - shown) <= half || Math.abs(100 * size - shown) <= Math.max(half, 1);
    }
}
