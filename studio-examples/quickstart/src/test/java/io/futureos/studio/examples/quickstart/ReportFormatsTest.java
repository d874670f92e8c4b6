package io.futureos.studio.examples.quickstart;

import static io.futureos.studio.model.ExportFormat.DOCX;
import static io.futureos.studio.model.ExportFormat.HTML;
import static io.futureos.studio.model.ExportFormat.PDF;
import static io.futureos.studio.model.ExportFormat.PPTX;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.ReportExporters;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportFormatsTest {

    @Test
    void every_exporter_gives_a_file_that_is_called_after_its_format() {
        assertThat(ReportFormats.of(ReportExporters.all()).files())
                .hasSameSizeAs(ReportExporters.all())
                .contains("report.html", "report.pdf");
        assertThat(new ReportFormats(List.of(HTML, PDF, PPTX, DOCX)).files())
                .containsExactly("report.html", "report.pdf", "report.pptx", "report.docx");
    }

    @Test
    void a_sentence_names_them_as_people_do() {
        assertThat(new ReportFormats(List.of(HTML)).named()).isEqualTo("HTML");
        assertThat(new ReportFormats(List.of(HTML, PDF)).named()).isEqualTo("HTML and PDF");
        assertThat(new ReportFormats(List.of(HTML, PDF, PPTX, DOCX)).named()).isEqualTo("HTML, PDF, PPTX and DOCX");
    }
}
