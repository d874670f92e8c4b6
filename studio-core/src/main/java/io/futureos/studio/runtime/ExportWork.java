package io.futureos.studio.runtime;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Output;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.workflow.Inputs;
import java.util.Locale;
import java.util.Map;

/** Writes the report in a file format. */
final class ExportWork implements LaneWork {

    private final ReportFiles files;

    ExportWork(ReportFiles files) {
        this.files = files;
    }

    @Override
    public Finished run(Job job) {
        ExportFormat format = ExportFormat.valueOf(job.lane().key().toUpperCase(Locale.ROOT));
        ReportExporter exporter = files.exporter(format);
        Inputs inputs = job.inputs();
        BlobKey file = job.store(files.written(job, exporter));
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
}
