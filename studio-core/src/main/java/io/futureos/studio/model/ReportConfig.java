package io.futureos.studio.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a report is to look.
 *
 * @param sections the section types to include, in order; empty means what the template has by default
 */
public record ReportConfig(
        ReportTemplate template,
        List<String> sections,
        @Nullable Branding branding,
        boolean includeCharts,
        boolean includeMethodology) {

    public ReportConfig {
        sections = List.copyOf(sections);
    }

    /** What a project starts with: everything, in the order of the detailed template. */
    public static ReportConfig standard() {
        return new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, true, true);
    }

    /**
     * The look of the organisation that presents the report.
     *
     * @param colors CSS colours by role, for example {@code primary} to {@code #0b5394}; open values
     */
    public record Branding(@Nullable String logoUrl, Map<String, Object> colors) {

        public Branding {
            colors = OpenValue.map(colors);
        }
    }
}
