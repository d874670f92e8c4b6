package io.futureos.studio.render.word;

import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.engine.ReportExporterContract;

class DocxReportExporterContractTest extends ReportExporterContract {

    @Override
    protected ReportExporter exporter() {
        return new DocxReportExporter();
    }

    @Override
    protected String text(byte[] file) {
        return OfficeParts.text(file, "w:p", "w:t", "word/document.xml");
    }
}
