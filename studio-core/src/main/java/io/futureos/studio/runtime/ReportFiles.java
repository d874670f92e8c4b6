package io.futureos.studio.runtime;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.workflow.Causes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Writes the report that a job's project shows as files, annotations and staleness included. */
final class ReportFiles {

    private static final long LARGEST_FILE = 100L << 20;

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

    /** The file, for who needs it in memory. */
    byte[] written(Job job, ReportExporter exporter) {
        var file = new ByteArrayOutputStream();
        try {
            write(job, exporter, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /**
     * Writes the file, and tells as progress which section is being written.
     *
     * @throws EngineException if the exporter refuses, or writes more than a file may have
     * @throws IOException if {@code out} can't be written
     */
    void write(Job job, ReportExporter exporter, OutputStream out) throws IOException {
        GeneratedReport report = report(job);
        List<Annotation> annotations = Cells.annotations().in(job.project()).values().stream()
                .sorted(Comparator.comparing(Annotation::at))
                .toList();
        var request = new ReportExporter.Request(
                report,
                job.project().get(Cells.reportConfig()).orElseGet(ReportConfig::standard),
                annotations,
                staleness(job),
                resources);
        var sections = new SectionProgress(report.content().sections(), job::progress);
        exporter.export(request, new LimitedOutput(out, LARGEST_FILE, tooLarge(exporter)), sections);
    }

    private static Supplier<EngineException> tooLarge(ReportExporter exporter) {
        return () -> new EngineException(
                "export_too_large",
                "The report as " + exporter.format() + " is larger than the " + (LARGEST_FILE >> 20)
                        + " MB that a file may have. Leave out sections or charts by the action customize, or export to "
                        + "another format.");
    }

    /** What a file of the report is called. */
    static String name(Project project, ExportFormat format) {
        return words(project) + "." + format.wireName();
    }

    /** The project's name as every file system takes it. */
    static String words(Project project) {
        String words = project.get(Cells.projectName())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? "report" : words;
    }

    /** Why the report is not up to date, one sentence each. */
    static List<String> staleness(Job job) {
        return Causes.of(job.assessment(), Lane.REPORT).stream()
                .map(cause -> cause.summary() + (cause.at() == null ? "." : " (" + cause.at() + ")."))
                .distinct()
                .toList();
    }
}
