package io.futureos.studio.engines.local.explain;

import java.util.List;

/** A fragment of HTML in the making. Whatever text comes in is escaped; only fragments pass as they are. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    static Html strong(String text) {
        Html html = new Html();
        html.text.append("<strong>").append(escaped(text)).append("</strong>");
        return html;
    }

    Html h3(String title) {
        text.append("<h3>").append(escaped(title)).append("</h3>\n");
        return this;
    }

    /** A paragraph of texts and fragments. */
    Html p(Object... parts) {
        text.append("<p>");
        append(parts);
        text.append("</p>\n");
        return this;
    }

    Html quote(String words) {
        text.append("<blockquote>").append(escaped(words)).append("</blockquote>\n");
        return this;
    }

    /** A list of points; nothing if there are none. */
    Html ul(List<String> points) {
        if (!points.isEmpty()) {
            text.append("<ul>\n");
            points.forEach(point -> text.append("<li>").append(escaped(point)).append("</li>\n"));
            text.append("</ul>\n");
        }
        return this;
    }

    Html table(List<String> head, List<List<String>> rows) {
        text.append("<table>\n<thead>");
        row("th", head);
        text.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row("td", row));
        text.append("</tbody>\n</table>\n");
        return this;
    }

    private void row(String cell, List<String> values) {
        text.append("<tr>");
        for (String value : values) {
            text.append('<').append(cell).append('>').append(escaped(value));
            text.append("</").append(cell).append('>');
        }
        text.append("</tr>\n");
    }

    private void append(Object... parts) {
        for (Object part : parts) {
            text.append(part instanceof Html html ? html.toString() : escaped(part.toString()));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
