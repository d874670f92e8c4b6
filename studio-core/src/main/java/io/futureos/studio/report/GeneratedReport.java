package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was generated. It never changes: a later edit makes another report.
 *
 * @param exportUrls where the files exported so far can be read, by format
 * @param provenance what it was made from
 */
public record GeneratedReport(
        ReportId reportId,
        ProjectId projectId,
        Instant generatedAt,
        ReportContent content,
        Map<ExportFormat, String> exportUrls,
        @Nullable Provenance provenance) {

    public GeneratedReport {
        requireNonNull(reportId, "reportId");
        requireNonNull(projectId, "projectId");
        requireNonNull(generatedAt, "generatedAt");
        requireNonNull(content, "content");
        var inOrderOfFormats = new EnumMap<ExportFormat, String>(ExportFormat.class);
        inOrderOfFormats.putAll(exportUrls);
        exportUrls = Collections.unmodifiableMap(inOrderOfFormats);
        provenance = provenance == null ? Provenance.unknown() : provenance;
    }

    /** A report that does not say what it was made from. */
    public GeneratedReport(
            ReportId reportId,
            ProjectId projectId,
            Instant generatedAt,
            ReportContent content,
            Map<ExportFormat, String> exportUrls) {
        this(reportId, projectId, generatedAt, content, exportUrls, Provenance.unknown());
    }

    @Override
    public Provenance provenance() { // null only in JSON that was written without
        return provenance == null ? Provenance.unknown() : provenance;
    }

    /** The same with the files that were exported so far. */
    public GeneratedReport withExports(Map<ExportFormat, String> urls) {
        return new GeneratedReport(reportId, projectId, generatedAt, content, urls, provenance);
    }

    /** This report under the ids that it has in a copy of the project. */
    public GeneratedReport under(ReportId report, ProjectId project) {
        return new GeneratedReport(report, project, generatedAt, content, exportUrls, provenance);
    }
}
