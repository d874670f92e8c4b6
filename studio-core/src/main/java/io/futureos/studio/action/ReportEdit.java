package io.futureos.studio.action;

import io.futureos.studio.model.NumberFormat;
import io.futureos.studio.model.ReportConfig.Branding;
import io.futureos.studio.model.ReportLanguage;
import io.futureos.studio.model.ReportTemplate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a report's configuration: each part that is not null replaces that part as a whole.
 *
 * @param sections at most 100 section types in order; empty for what the template has by default
 * @param branding without logo and colours it takes the branding away
 * @param language takes its usual number format along, unless another one is set
 */
public record ReportEdit(
        @Nullable ReportTemplate template,
        @Nullable List<String> sections,
        @Nullable Branding branding,
        @Nullable Boolean includeCharts,
        @Nullable Boolean includeMethodology,
        @Nullable ReportLanguage language,
        @Nullable NumberFormat numberFormat) {

    static final Range SECTIONS = new Range(0, 100);

    public ReportEdit {
        if (sections != null) {
            sections = List.copyOf(sections);
            SECTIONS.require("The number of sections", (long) sections.size());
            sections.forEach(section -> TextRule.NAME.require("section", section));
        }
        if (branding != null) {
            TextRule.LOGO.requireIfPresent("logoUrl", branding.logoUrl());
            OpenRule.OPEN.require("colors", branding.colors());
        }
    }

    /** Leaves language and number format as they are. */
    public ReportEdit(
            @Nullable ReportTemplate template,
            @Nullable List<String> sections,
            @Nullable Branding branding,
            @Nullable Boolean includeCharts,
            @Nullable Boolean includeMethodology) {
        this(template, sections, branding, includeCharts, includeMethodology, null, null);
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        return Stream.of(template, sections, branding, includeCharts, includeMethodology, language, numberFormat)
                .allMatch(Objects::isNull);
    }
}
