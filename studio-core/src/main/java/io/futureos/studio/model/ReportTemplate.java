package io.futureos.studio.model;

/** The kinds of report that can be generated. */
public enum ReportTemplate {
    EXECUTIVE_SUMMARY,
    DETAILED_ANALYSIS,
    COMPARISON,
    CUSTOM
}
