package io.futureos.studio.render.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.render.Exports;
import io.futureos.studio.render.OfficeParts;
import io.futureos.studio.render.Readback;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportSection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of a report, read from its files by programs that had no part in writing them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadBackTest {

    private static final List<ReportSection> SECTIONS =
            SealedReports.report().content().sections();

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void every_bound_number_stands_in_every_file(ExportFormat format) {
        String text = Readback.text(format, SealedReports.plain(format));

        assertThat(SECTIONS)
                .flatExtracting(ReportSection::numbers)
                .extracting(BoundNumber::text)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(text).contains(Exports.flat(number)));
    }

    @Test
    void a_page_has_the_values_of_each_chart_in_its_table() {
        Document page = Jsoup.parse(new String(SealedReports.plain(ExportFormat.HTML), UTF_8));
        List<Element> figures = page.select("figure");
        List<Chart> charts = charts();

        assertThat(figures).hasSameSizeAs(charts);
        for (int i = 0; i < charts.size(); i++) {
            List<String> cells = figures.get(i).select("tbody td").eachText().stream()
                    .map(Exports::flat)
                    .toList();
            assertThat(cells).containsAll(cells(charts.get(i)));
        }
    }

    @Test
    void a_pdf_has_the_values_of_each_chart_in_its_text() {
        String text = Exports.pdfText(SealedReports.plain(ExportFormat.PDF));

        for (Chart chart : charts()) {
            assertThat(text).contains(cells(chart));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"PPTX", "DOCX"})
    void a_native_chart_and_its_workbook_have_the_values_as_exactly_as_they_are_known(ExportFormat format)
            throws IOException {
        Map<String, byte[]> parts = OfficeParts.of(SealedReports.plain(format));
        String folder = format == ExportFormat.PPTX ? "ppt" : "word";
        List<Chart> charts = charts();

        for (int i = 0; i < charts.size(); i++) {
            int number = i + 1;
            byte[] drawing = requireNonNull(parts.get(folder + "/charts/chart" + number + ".xml"));
            byte[] workbook = requireNonNull(parts.get(folder + "/embeddings/figures" + number + ".xlsx"));
            assertThat(drawn(drawing)).isEqualTo(values(charts.get(i)));
            assertThat(entered(workbook)).isEqualTo(values(charts.get(i)));
        }
    }

    private static List<Double> drawn(byte[] drawing) {
        return OfficeParts.xml(drawing).select("c|val c|v").eachText().stream()
                .map(Double::valueOf)
                .toList();
    }

    /** Column by column, but for the first, which names the rows. */
    private static List<Double> entered(byte[] workbook) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var entered = new ArrayList<Double>();
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getColumnIndex() > 0 && cell.getCellType() == CellType.NUMERIC) {
                        entered.add(cell.getNumericCellValue());
                    }
                }
            }
            return entered;
        }
    }

    private static List<Chart> charts() {
        return SECTIONS.stream().flatMap(section -> section.charts().stream()).toList();
    }

    private static List<String> cells(Chart chart) {
        ValueFormat format = "percent".equals(chart.config().get("unit"))
                ? ValueFormat.percent(Wording.ENGLISH)
                : ValueFormat.number(Wording.ENGLISH);
        return values(chart).stream()
                .map(value -> Exports.flat(format.cell(value)))
                .toList();
    }

    /** Each of the charts has one series. */
    private static List<Double> values(Chart chart) {
        var series = (Map<?, ?>) list(chart.data(), "series").get(0);
        return list(series, "values").stream()
                .map(value -> ((Number) value).doubleValue())
                .toList();
    }

    private static List<?> list(Map<?, ?> fields, String name) {
        return (List<?>) requireNonNull(fields.get(name), name);
    }
}
