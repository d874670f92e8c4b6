package io.futureos.studio.render.pdf;

import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.testkit.engine.ReportExporterContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

class PdfReportExporterContractTest extends ReportExporterContract {

    @Override
    protected ReportExporter exporter() {
        return new PdfReportExporter();
    }

    /** In the order of the page: within a line the file has words in bold or with a link after the others. */
    @Override
    protected String text(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
