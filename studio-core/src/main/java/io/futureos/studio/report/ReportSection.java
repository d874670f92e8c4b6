package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of a report.
 *
 * @param type what the section is about, for example {@code headline} or {@code scenarios}; sections are chosen and
 *     annotated by it
 * @param contentHtml a fragment of HTML: headings from h3 down, p, ul, ol, table, strong, em, sup, sub, code, blockquote,
 *     and a with an https link; anything else is taken out when it is rendered
 * @param numbers every number in the text, in its order, with where it came from; empty if whoever wrote it does not say
 */
public record ReportSection(
        String title,
        String type,
        String contentHtml,
        List<Chart> charts,
        @Nullable List<BoundNumber> numbers) {

    public ReportSection {
        requireNonNull(title, "title");
        requireNonNull(type, "type");
        requireNonNull(contentHtml, "contentHtml");
        charts = List.copyOf(charts);
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
    }

    /** A section that does not say where its numbers came from. */
    public ReportSection(String title, String type, String contentHtml, List<Chart> charts) {
        this(title, type, contentHtml, charts, List.of());
    }

    @Override
    public List<BoundNumber> numbers() { // null only in JSON that was written without
        return numbers == null ? List.of() : numbers;
    }

    /** The same without its charts. */
    public ReportSection withoutCharts() {
        return new ReportSection(title, type, contentHtml, List.of(), numbers);
    }
}
