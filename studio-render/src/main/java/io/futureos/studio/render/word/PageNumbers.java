package io.futureos.studio.render.word;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * On which page each heading will be, about: what the table of contents shows until Word, which alone knows, has worked out
 * its fields.
 */
final class PageNumbers {

    /** In points, on A4 between the margins. */
    private static final double PAGE = 690;

    private static final double LINE = 14.5;
    private static final double AFTER = 7;
    private static final double HEADING = 34;
    private static final double CHART = 290;
    private static final double ROW = 19;
    private static final int CHARACTERS = 92;

    private final Map<String, Integer> pages = new HashMap<>();
    private double height;

    private PageNumbers() {}

    static Map<String, Integer> of(Document document) {
        var numbers = new PageNumbers();
        numbers.height = 2 * PAGE; // title and contents
        document.select("main > section:not(.lead)").forEach(numbers::add);
        document.select("main > section.lead h2").forEach(heading -> numbers.pages.put(heading.id(), 1));
        return numbers.pages;
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "h2", "h3", "h4", "h5", "h6" -> {
                fit(HEADING + 3 * LINE);
                pages.put(element.id(), 1 + (int) (height / PAGE));
                height += HEADING;
            }
            case "p", "li", "figcaption", "caption" -> height += lines(element) * LINE + AFTER;
            case "tr" -> {
                int cells = Math.max(1, element.childrenSize());
                double most = element.children().stream()
                        .mapToInt(cell -> 1 + cell.text().length() * cells / CHARACTERS)
                        .max()
                        .orElse(1);
                fit(most * ROW);
                height += most * ROW;
            }
            case "figure" -> {
                boolean isTable = element.selectFirst("table") != null;
                fit(isTable ? 0 : CHART);
                element.children().forEach(this::add);
                height += isTable ? 0 : CHART;
            }
            default -> element.children().forEach(this::add);
        }
    }

    private void fit(double needed) {
        double left = PAGE - height % PAGE;
        if (needed > left) {
            height += left;
        }
    }

    private static int lines(Element element) {
        return 1 + element.text().length() / CHARACTERS;
    }
}
