package io.futureos.studio.runtime;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.workflow.Causes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes the report that a job's project shows as files, annotations and staleness included. */
final class ReportFiles {

    private final Map<ExportFormat, ReportExporter> exporters;
    private final ResourceResolver resources;

    ReportFiles(Map<ExportFormat, ReportExporter> exporters, ResourceResolver resources) {
        this.exporters = exporters;
        this.resources = resources;
    }

    /** The formats that can be written. */
    SortedSet<ExportFormat> formats() {
        return new TreeSet<>(exporters.keySet());
    }

    /** @throws EngineException if there is no exporter for the format */
    ReportExporter exporter(ExportFormat format) {
        ReportExporter exporter = exporters.get(format);
        if (exporter == null) {
            throw new EngineException(
                    "exporter_missing", "No exporter for " + format + " is wired; wired are " + formats() + ".");
        }
        return exporter;
    }

    /** The report that the project shows. */
    static GeneratedReport report(Job job) {
        Output shown = job.assessment().lane(Lane.REPORT).shown();
        if (shown == null) {
            throw new EngineException("report_missing", "There is no report yet. Make one with the action generate.");
        }
        return job.result(shown, GeneratedReport.class).under(new ReportId(shown.id()), job.projectId());
    }

    byte[] written(Job job, ReportExporter exporter) {
        List<Annotation> annotations = Cells.annotations().in(job.project()).values().stream()
                .sorted(Comparator.comparing(Annotation::at))
                .toList();
        var request = new ReportExporter.Request(
                report(job),
                job.project().get(Cells.reportConfig()).orElseGet(ReportConfig::standard),
                annotations,
                staleness(job),
                resources);
        var file = new ByteArrayOutputStream();
        try {
            exporter.export(request, file, fraction -> job.progress("writing", fraction));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Why the report is not up to date, one sentence each. */
    static List<String> staleness(Job job) {
        return Causes.of(job.assessment(), Lane.REPORT).stream()
                .map(cause -> cause.summary() + (cause.at() == null ? "." : " (" + cause.at() + ")."))
                .distinct()
                .toList();
    }
}
