package io.futureos.studio.render.wording;

import io.futureos.studio.model.ReportLanguage;

/**
 * A word or sentence of reports, in every language. {@code {}} stands for what differs. The catalogues are by subject; a term
 * without its word in one of the languages does not compile, and neither does a language without words.
 */
public sealed interface Term permits PageTerm, SourceTerm, CalibrationTerm, CalendarTerm, ChartTerm, FindingTerm {

    /** The words in {@code language}. */
    String in(ReportLanguage language);
}
