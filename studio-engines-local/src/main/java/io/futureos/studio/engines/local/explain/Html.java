package io.futureos.studio.engines.local.explain;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;

/**
 * A fragment of HTML in the making, with the numbers in it. Whatever text comes in is escaped. Words are templates of
 * {@link Phrase#say}.
 */
final class Html {

    private final StringBuilder text = new StringBuilder();
    private final List<BoundNumber> numbers = new ArrayList<>();

    Html h3(String title) {
        return element("h3", Phrase.say(title));
    }

    Html p(String template, Phrase... phrases) {
        return p(Phrase.say(template, phrases));
    }

    /** A paragraph; none if there is nothing to say. */
    Html p(Phrase phrase) {
        return phrase.isEmpty() ? this : element("p", phrase);
    }

    Html quote(Phrase words) {
        return element("blockquote", words);
    }

    /** A list of points; nothing if there are none. */
    Html ul(List<Phrase> points) {
        if (!points.isEmpty()) {
            text.append("<ul>\n");
            points.forEach(point -> element("li", point));
            text.append("</ul>\n");
        }
        return this;
    }

    Html table(List<String> head, List<List<Phrase>> rows) {
        text.append("<table>\n<thead>");
        row("th", head.stream().map(Phrase::say).toList());
        text.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row("td", row));
        text.append("</tbody>\n</table>\n");
        return this;
    }

    private void row(String cell, List<Phrase> values) {
        text.append("<tr>");
        values.forEach(value -> inline(cell, value));
        text.append("</tr>\n");
    }

    private Html element(String name, Phrase content) {
        inline(name, content);
        text.append('\n');
        return this;
    }

    private void inline(String name, Phrase content) {
        text.append('<').append(name).append('>').append(content.html());
        text.append("</").append(name).append('>');
        numbers.addAll(content.numbers());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What was written, as a section. */
    ReportSection section(String title, String type, List<Chart> charts) {
        return new ReportSection(title, type, text.toString(), charts, numbers);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
