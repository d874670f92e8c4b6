package io.futureos.studio.render.word;

import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.engine.ReportExporterContract;

class DocxReportExporterContractTest extends ReportExporterContract {

    @Override
    protected ReportExporter exporter() {
        return new DocxReportExporter();
    }

    @Override
    protected String text(byte[] file) {
        return WordReader.of(file).text();
    }
}
