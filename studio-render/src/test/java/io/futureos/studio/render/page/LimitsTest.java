package io.futureos.studio.render.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.render.Reports;
import io.futureos.studio.render.chart.ChartModel;
import io.futureos.studio.render.look.Look;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final Limits SMALL = new Limits(3, 10, 2, 12);

    /** Has six values. */
    private static final Chart CHART = new Chart(
            "line",
            Map.of("x", List.of("a", "b"), "series", List.of(Map.of("name", "A", "values", List.of(1, 2)), Map.of())),
            Map.of("title", "A chart"));

    /** Shows nothing of a chart. */
    private static final Figures NO_FIGURES = new Figures() {
        @Override
        public void show(Element figure, ChartModel chart, int number) {}

        @Override
        public void finish(Appendix appendix) {}
    };

    private static Document written(ReportExporter.Request request) {
        return ReportPage.write(request, Look.of(request), NO_FIGURES, SMALL, fraction -> {});
    }

    private static ReportExporter.Request paragraphs(int first, int second) {
        return Reports.with(section("First", "<p>x</p>".repeat(first)), section("Second", "<p>y</p>".repeat(second)));
    }

    private static ReportSection section(String title, String html) {
        return new ReportSection(title, title, html, List.of());
    }

    @Test
    void elements_of_all_texts_together_may_be_as_many_as_the_limit_and_no_more() {
        assertThat(written(paragraphs(4, 6)).select("main p")).hasSize(10);

        assertThatThrownBy(() -> written(paragraphs(4, 7)))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.code()).isEqualTo("report_too_large"))
                .hasMessageStartingWith("The report has 11 or more elements of HTML")
                .hasMessageContainingAll("by the section \"Second\"", "10 are the most", "customize");
    }

    @Test
    void points_of_lists_that_are_no_html_count_too() {
        var appendix =
                new ReportAppendix("<p>x</p>", Collections.nCopies(6, "source"), Map.of(), List.of("a", "b", "c"));

        assertThat(written(Reports.request(new ReportContent("Title", List.of(), appendix)))
                        .select("main li"))
                .hasSize(9);

        var more = new ReportAppendix("<p>x</p>", Collections.nCopies(7, "source"), Map.of(), List.of("a", "b", "c"));
        assertThatThrownBy(() -> written(Reports.request(new ReportContent("Title", List.of(), more))))
                .hasMessageContainingAll("11 or more", "the caveats");
    }

    @Test
    void what_is_left_open_counts_each_time_that_it_is_begun_again() {
        String coloured = "<p><font color=1><font color=2><font color=3>" + "<p>x".repeat(2);

        assertThatThrownBy(() -> written(Reports.withSection(coloured))).hasMessageContaining("11 or more elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!>", "<!-- a -->", "<!a>", "<?a?>", "</ a>", "</1>"})
    void comments_count_as_they_take_memory_until_they_are_dropped(String comment) {
        assertThat(written(Reports.withSection("<p>x</p>" + comment.repeat(9)))
                        .select("main p")
                        .eachText())
                .containsExactly("x");

        assertThatThrownBy(() -> written(Reports.withSection("<p>x</p>" + comment.repeat(10))))
                .hasMessageContaining("11 or more elements");
    }

    @Test
    void texts_are_one_again_when_what_stood_between_them_is_dropped() {
        Element paragraph = written(Reports.withSection("<p>o<!>n<font>e</font> <b>t<!>wo</b> th<!>re<!>e</p>"))
                .expectFirst("main p");

        assertThat(paragraph.textNodes()).extracting(TextNode::getWholeText).containsExactly("one ", " three");
        assertThat(paragraph.text()).isEqualTo("one two three");
    }

    @Test
    void sections_charts_and_their_values_have_a_limit_each() {
        assertThatCode(() -> written(Reports.withSection("", CHART, CHART))).doesNotThrowAnyException();

        assertThatThrownBy(() -> written(Reports.withSection("", CHART, CHART, CHART)))
                .hasMessageContainingAll("has 3 charts", "2 are the most");
        var one = new Chart("line", Map.of("x", Collections.nCopies(13, "a")), Map.of());
        assertThatThrownBy(() -> written(Reports.withSection("", one)))
                .hasMessageContainingAll("has 13 values in its charts", "12 are the most");
        assertThatThrownBy(() -> written(
                        Reports.with(Collections.nCopies(4, section("A", "")).toArray(ReportSection[]::new))))
                .hasMessageContainingAll("has 4 sections", "3 are the most");
    }

    private static List<ReportExporter> formats() {
        return ReportExporters.all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_format_refuses_the_same(ReportExporter exporter) {
        ReportExporter.Request request =
                Reports.withSection("", Collections.nCopies(501, CHART).toArray(Chart[]::new));

        assertThatThrownBy(() -> exporter.export(request, OutputStream.nullOutputStream(), fraction -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContainingAll("501 charts", "500 are the most");
    }

    @Test
    void a_table_of_a_hundred_thousand_rows_and_four_columns_is_within_the_limits() {
        int cells = 100_000 * 4;
        int rowsAndTheRest = 100_000 + 100;

        assertThat(Limits.STANDARD.elements()).isGreaterThanOrEqualTo(cells + rowsAndTheRest);
    }
}
