package io.futureos.studio.model;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of report that can be generated. A template says which section types a report shows by default, and in which
 * order; a {@link ReportConfig} that names sections shows these instead. A type that the generator does not write is passed
 * over where it comes from the template, and told where a user named it.
 */
public enum ReportTemplate {
    /** The answer, what it rests on, the scenarios in short and what the forecast can't know: for who has five minutes. */
    EXECUTIVE_SUMMARY("headline", "resolution", "forecast", "scenarios", "limits"),

    /** Everything there is to say, in the order of whoever wrote it. */
    DETAILED_ANALYSIS,

    /** What sets the scenarios apart: first how they differ, then what drives them and how good such forecasts were. */
    COMPARISON("headline", "resolution", "scenarios", "sensitivity", "drivers", "calibration", "limits"),

    /** The sections that the user names, in that order; everything as long as none is named. */
    CUSTOM;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<String> sections;

    ReportTemplate(String... sections) {
        this.sections = List.of(sections);
    }

    /** The section types that it shows by default, in order; empty for all that there are. */
    public List<String> sections() {
        return sections;
    }

    /** The name in the contract's JSON, for example {@code executive_summary}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
