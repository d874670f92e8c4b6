package io.futureos.studio.examples.quickstart;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.report.ReportExporter;
import java.util.List;

/**
 * The formats in which the report is written: whatever there is an exporter for.
 *
 * @param formats in the order in which they are told; at least one
 */
record ReportFormats(List<ExportFormat> formats) {

    ReportFormats {
        formats = List.copyOf(formats);
    }

    static ReportFormats of(List<ReportExporter> exporters) {
        return new ReportFormats(exporters.stream().map(ReportExporter::format).toList());
    }

    static String file(ExportFormat format) {
        return "report." + format.wireName();
    }

    /** The names of the files. */
    List<String> files() {
        return formats.stream().map(ReportFormats::file).toList();
    }

    /** As a sentence names them: {@code HTML, PDF and DOCX}. */
    String named() {
        return enumerated(formats.stream().map(ExportFormat::name).toList());
    }

    static String enumerated(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
