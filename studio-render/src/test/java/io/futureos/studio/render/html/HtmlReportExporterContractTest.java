package io.futureos.studio.render.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.engine.ReportExporterContract;
import org.jsoup.Jsoup;

class HtmlReportExporterContractTest extends ReportExporterContract {

    @Override
    protected ReportExporter exporter() {
        return new HtmlReportExporter();
    }

    @Override
    protected String text(byte[] file) {
        return Jsoup.parse(new String(file, UTF_8)).text();
    }
}
