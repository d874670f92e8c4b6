package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a report says, independent of any file format. */
public record ReportContent(String title, List<ReportSection> sections, ReportAppendix appendix) {

    public ReportContent {
        requireNonNull(title, "title");
        sections = List.copyOf(sections);
        requireNonNull(appendix, "appendix");
    }
}
