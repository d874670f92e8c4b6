package io.futureos.studio.report;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ReportConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Writes reports in one file format. Implementations are safe for use by several threads. */
public interface ReportExporter {

    /** The format that this exporter writes. */
    ExportFormat format();

    /**
     * Writes the whole report to {@code out}, which stays open. Equal requests give equal bytes.
     *
     * @param progress is told the fraction done, from 0 to 1; may throw to stop the export
     * @throws IOException if {@code out} cannot be written
     */
    void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException;

    /**
     * What to write.
     *
     * @param annotations are shown at their section, in this order
     * @param staleness why the report is no longer up to date, one sentence each; empty if it is
     */
    record Request(
            GeneratedReport report,
            ReportConfig config,
            List<Annotation> annotations,
            List<String> staleness,
            ResourceResolver resources) {

        public Request {
            annotations = List.copyOf(annotations);
            staleness = List.copyOf(staleness);
        }
    }
}
