package io.futureos.studio.report;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ReportConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Writes reports in one file format. What people wrote is shown as text, nothing in the file runs or loads anything, and a
 * chart that makes no sense does not keep the rest from its readers. Implementations are safe for use by several threads.
 * Every implementation passes {@code ReportExporterContract}.
 */
public interface ReportExporter {

    /** The format that this exporter writes. */
    ExportFormat format();

    /**
     * Writes the whole report to {@code out}, which stays open. Equal requests give equal bytes on any machine. What the
     * configuration asks for and can't be done, for example a logo that is no picture, is left out or refused with an
     * {@code EngineException}.
     *
     * @param progress is told the fraction done, from 0 to 1, never less than before and 1 at the end; may throw to stop the
     *     export
     * @throws IOException if {@code out} cannot be written
     */
    void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException;

    /**
     * What to write.
     *
     * @param annotations are shown at their section, in this order; those whose section is not there, elsewhere
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
