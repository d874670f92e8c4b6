package io.futureos.studio.runtime;

import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Output;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.workflow.Inputs;
import java.io.IOException;
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
        BlobKey file = stored(job, exporter);
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

    /** A disk that is full may have room again later. */
    private BlobKey stored(Job job, ReportExporter exporter) {
        try {
            return job.store(out -> files.write(job, exporter, out));
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "export_unavailable",
                    "The report could not be written as " + exporter.format() + " for the moment: " + e
                            + ". Make room in the temporary directory " + System.getProperty("java.io.tmpdir") + ".",
                    e);
        }
    }
}
