package io.futureos.studio.render;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import io.futureos.studio.report.ResourceResolver;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reports to be exported: small ones about one thing, and a full one as an analyst would send it. */
public final class Reports {

    public static final Instant GENERATED = Instant.parse("2025-01-06T09:30:12.345Z");

    /** A picture of 3 by 2 pixels. */
    public static final String LOGO = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGOQjZoCQQxwFgA73gZDcrMdaAAAAABJRU5ErkJggg==";

    private Reports() {}

    /** The forecast of Norway's battery-electric share, with everything that a report can have. */
    public static ReportExporter.Request norway() {
        return new ReportExporter.Request(
                generated(NorwayReport.content()),
                ReportConfig.standard(),
                List.of(
                        new Annotation(
                                "scenarios",
                                "The budget agreement keeps the VAT exemption through 2025; read the second scenario as a stress test.",
                                "Ingrid Solberg",
                                Instant.parse("2025-01-07T14:05:00Z")),
                        new Annotation(
                                "Population",
                                "Checked against the 2023 vehicle statistics: the order of the income groups is the same.",
                                "Jonas Berg",
                                Instant.parse("2025-01-08T08:00:00Z"))),
                List.of("The source \"new_cars\" was refreshed on 8 January 2025, after this report was generated."),
                ResourceResolver.none());
    }

    public static ReportExporter.Request withSection(String html, Chart... charts) {
        return with(new ReportSection("The section", "section", html, List.of(charts)));
    }

    public static ReportExporter.Request with(ReportSection... sections) {
        var appendix = new ReportAppendix("", List.of(), Map.of(), List.of());
        return request(new ReportContent("The title", List.of(sections), appendix));
    }

    public static ReportExporter.Request request(ReportContent content) {
        return new ReportExporter.Request(
                generated(content), ReportConfig.standard(), List.of(), List.of(), ResourceResolver.none());
    }

    public static ReportExporter.Request configured(ReportExporter.Request request, ReportConfig config) {
        return new ReportExporter.Request(
                request.report(), config, request.annotations(), request.staleness(), request.resources());
    }

    private static GeneratedReport generated(ReportContent content) {
        return new GeneratedReport(
                ReportId.of("7b0f4c1e-5a53-4b7e-9f2a-3f8f2f6f1c11"),
                ProjectId.of("0d0bb0b4-7a9f-4a1e-8d8f-6f1f3f0c2a22"),
                GENERATED,
                content,
                Map.of());
    }
}
