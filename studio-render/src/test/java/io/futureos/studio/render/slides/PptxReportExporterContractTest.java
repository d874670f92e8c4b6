package io.futureos.studio.render.slides;

import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.engine.ReportExporterContract;

class PptxReportExporterContractTest extends ReportExporterContract {

    @Override
    protected ReportExporter exporter() {
        return new PptxReportExporter();
    }

    @Override
    protected String text(byte[] file) {
        return OfficeParts.text(file, "a:p", "a:t", "ppt/slides/");
    }
}
