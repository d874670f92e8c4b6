package io.futureos.studio.runtime;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.BlobKey;
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
import io.futureos.studio.workflow.Inputs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes the report in a file format, annotations and staleness included. */
final class ExportWork implements LaneWork {

    private final Map<ExportFormat, ReportExporter> exporters;
    private final ResourceResolver resources;

    ExportWork(Map<ExportFormat, ReportExporter> exporters, ResourceResolver resources) {
        this.exporters = exporters;
        this.resources = resources;
    }

    @Override
    public Finished run(Job job) {
        ExportFormat format = ExportFormat.valueOf(job.lane().key().toUpperCase(Locale.ROOT));
        ReportExporter exporter = exporters.get(format);
        if (exporter == null) {
            throw new EngineException(
                    "exporter_missing",
                    "No exporter for " + format + " is wired; wired are "
                            + exporters.keySet().stream().sorted().toList() + ".");
        }
        Inputs inputs = job.inputs();
        BlobKey file = job.store(written(job, exporter));
        Output output = job.output(
                job.newId(),
                file.value(),
                file,
                Map.of("format", format.name()),
                inputs,
                exporter.getClass().getSimpleName());
        return Finished.done(
                "Exported the report as " + format, result -> result.made(job.lane(), inputs.fingerprint(), output));
    }

    private byte[] written(Job job, ReportExporter exporter) {
        Output shown = Objects.requireNonNull(job.assessment().lane(Lane.REPORT).shown());
        List<Annotation> annotations = Cells.annotations().in(job.project()).values().stream()
                .sorted(Comparator.comparing(Annotation::at))
                .toList();
        var request = new ReportExporter.Request(
                job.result(shown, GeneratedReport.class).under(new ReportId(shown.id()), job.projectId()),
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

    private static List<String> staleness(Job job) {
        return Causes.of(job.assessment(), Lane.REPORT).stream()
                .map(cause -> cause.by() == null
                        ? cause.input() + " " + cause.summary() + "."
                        : cause.summary() + " (" + cause.at() + ").")
                .toList();
    }
}
