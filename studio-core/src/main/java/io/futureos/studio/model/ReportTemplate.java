package io.futureos.studio.model;

import java.util.Locale;

/** The kinds of report that can be generated. */
public enum ReportTemplate {
    EXECUTIVE_SUMMARY,
    DETAILED_ANALYSIS,
    COMPARISON,
    CUSTOM;

    /** The name in the contract's JSON, for example {@code executive_summary}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
