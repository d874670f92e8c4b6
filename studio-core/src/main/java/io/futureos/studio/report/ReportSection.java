package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One section of a report.
 *
 * @param type what the section is about, for example {@code headline} or {@code scenarios}; sections are chosen and
 *     annotated by it
 * @param contentHtml a fragment of HTML: headings from h3 down, p, ul, ol, table, strong, em, sup, sub, code, blockquote,
 *     and a with an https link; anything else is taken out when it is rendered
 */
public record ReportSection(String title, String type, String contentHtml, List<Chart> charts) {

    public ReportSection {
        requireNonNull(title, "title");
        requireNonNull(type, "type");
        requireNonNull(contentHtml, "contentHtml");
        charts = List.copyOf(charts);
    }
}
