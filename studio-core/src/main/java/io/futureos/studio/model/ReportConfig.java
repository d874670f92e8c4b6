package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is to say and how it is to look. Whoever generates a report is given all but the look, which takes effect
 * when the report is exported.
 *
 * @param sections the section types to include, in order; empty means what the template has by default
 * @param language of the words that every report has; null only in JSON that was written without, and means English
 * @param numberFormat how numbers are written; null for what is usual in the language
 */
public record ReportConfig(
        ReportTemplate template,
        List<String> sections,
        @Nullable Branding branding,
        boolean includeCharts,
        boolean includeMethodology,
        @Nullable ReportLanguage language,
        @Nullable NumberFormat numberFormat) {

    public ReportConfig {
        requireNonNull(template, "template");
        sections = List.copyOf(sections);
        language = language == null ? ReportLanguage.EN : language;
    }

    /** A report in English. */
    public ReportConfig(
            ReportTemplate template,
            List<String> sections,
            @Nullable Branding branding,
            boolean includeCharts,
            boolean includeMethodology) {
        this(template, sections, branding, includeCharts, includeMethodology, ReportLanguage.EN, null);
    }

    /** What a project starts with: everything, in the order of the detailed template, in English. */
    public static ReportConfig standard() {
        return new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, true, true);
    }

    @Override
    public ReportLanguage language() {
        return language == null ? ReportLanguage.EN : language;
    }

    /** The section types to show, in order; empty for all. */
    public List<String> shownSections() {
        return sections.isEmpty() ? template.sections() : sections;
    }

    /** How numbers are written. */
    public NumberFormat numbers() {
        return numberFormat == null ? language().numbers() : numberFormat;
    }

    /** The same without its look: what the report's content may depend on. */
    public ReportConfig withoutLook() {
        return branding == null && numberFormat == null
                ? this
                : new ReportConfig(template, sections, null, includeCharts, includeMethodology, language, null);
    }

    /**
     * The look of the organisation that presents the report.
     *
     * @param colors CSS colours by role, {@code primary} and {@code accent}, for example {@code #0b5394}; open values
     */
    public record Branding(@Nullable String logoUrl, Map<String, Object> colors) {

        public Branding {
            colors = OpenValue.map(colors);
        }
    }
}
