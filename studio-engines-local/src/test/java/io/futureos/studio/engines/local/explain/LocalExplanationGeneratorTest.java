package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalExplanationGeneratorTest {

    private static final String HOSTILE = "<script>alert(\"x\")</script> & 'co'";

    private final LocalExplanationGenerator generator =
            new LocalExplanationGenerator(new NorwayFixture().cars().tables());

    @Test
    void the_headline_tells_the_question_the_answer_and_what_would_change_it() {
        assertThat(html("headline"))
                .contains("more than 95 % of the new passenger cars registered in Norway in 2025?")
                .contains("<strong>Unlikely: 23 %.</strong>")
                .contains("<strong>91.2 %</strong>")
                .contains("81.1 % to 96.8 %")
                .contains("above 95.0 % in 2025")
                .contains("inside the 90 % interval but outside the middle half of the forecast")
                .contains("The last known figure is 85.5 % in December 2024")
                .contains("The mean of the twelve months to December 2024 is 89.5 %")
                .contains("&quot;VAT&quot; matters most: with it the probability is 2 %")
                .contains("not to the other side of even odds");
    }

    @Test
    void every_section_shows_the_figures_of_its_results() {
        assertThat(html("forecast")).contains("January 2025", "December 2025", "87.8 % to 93.5 %");
        assertThat(html("scenarios")).contains("2 %", "86.9 %", "-4.3 percentage points", "0.0 % instead of 100.0 %");
        assertThat(html("population")).contains("20,000", "41 %", "10.2 neighbours", "0.34 %", "17 sweeps");
        assertThat(html("drivers")).contains("-0.32", "0.012", "The data can&#39;t measure these");
        assertThat(html("drivers"))
                .contains(
                        "&quot;VAT&quot; changes &quot;vat_exemption&quot;: Vat_exemption → battery-electric cars of the new")
                .contains("(stated, not measurable)")
                .contains("Taken out by the analyst", "+0.45 at lag 4");
        assertThat(html("reasoning"))
                .contains(
                        "<td>Tree search</td><td>33 %</td><td>0 %</td><td>No skill: Brier score 0.256 against 0.245</td>")
                .contains("In 17 of 61 futures &lt;it&gt; came true.", "If March were below 88 %, it would.")
                .contains("Vat_exemption from 100.0 % to 25.0 % at tick 4</td><td>23 %</td><td>5 %</td><td>75 %</td>")
                .contains("<td>VAT</td><td>tree search: 12 %</td>");
        assertThat(html("method")).contains("60 %", "3.12 points", "not tested", "0.734", "200 replicates");
        assertThat(html("calibration"))
                .contains("126 forecasts", "63 % smaller", "83 %", "0.114", "0.38", "22.30 points");
    }

    @Test
    void every_number_of_every_section_is_where_it_says() {
        for (String name : List.of("Norway goes electric", "Plan 7 of 1,234 in 2030", HOSTILE)) {
            Request request = Results.request(name, ReportConfig.standard());
            var numbers = new BoundNumbers(request, new NorwayFixture()::table);

            assertThat(generator.explain(request, new BlobsInMemory()).sections())
                    .isNotEmpty()
                    .allSatisfy(numbers::check);
        }
    }

    @Test
    void the_report_says_what_would_change_the_answer_and_what_the_forecast_does_not_know() {
        assertThat(html("sensitivity"))
                .contains(
                        "The middle of the forecast, 91.2 %, lies below the threshold of 95.0 %, 3.8 percentage points away")
                .contains("None of the other scenarios takes the probability to the other side");
        assertThat(html("limits"))
                .contains("Whatever became known after December 2024")
                .contains("it rests on 96 months of figures")
                .contains(
                        "Whether &quot;vat_exemption&quot; moves &quot;battery-electric cars of the new passenger cars&quot; as much")
                .contains("Household ages are those of 2011.")
                .doesNotContain("far ahead");
    }

    @Test
    void a_forecast_without_a_simulation_does_not_tell_of_one() {
        Request simulated = Results.request(ReportConfig.standard());
        ScenarioResult first = simulated.scenarios().get(0);
        var alone = new ScenarioResult(
                first.name(),
                first.description(),
                first.variableOverrides(),
                first.populationAdjustments(),
                first.shocks(),
                new SimulationSummary(0, 0, 1, Map.of(), List.of()),
                first.forecast(),
                List.of());

        ReportContent report = generator.explain(
                new Request(
                        simulated.projectName(),
                        simulated.task(),
                        simulated.data(),
                        simulated.population(),
                        simulated.graph(),
                        List.of(alone),
                        simulated.config(),
                        simulated.engines()),
                new BlobsInMemory());

        assertThat(report.sections())
                .filteredOn(section -> section.type().equals("method"))
                .singleElement()
                .satisfies(method -> assertThat(method.contentHtml())
                        .contains("No simulation took part")
                        .doesNotContain("replicates"));
        assertThat(report.appendix().methodology()).contains("Simulation: none took part");
    }

    @Test
    void the_appendix_names_sources_figures_and_caveats() {
        ReportContent report = report(ReportConfig.standard());

        assertThat(report.title()).isEqualTo("Norway goes electric");
        assertThat(report.appendix().dataSources())
                .containsExactly("new_cars: OFV <monthly figures> (96 rows, in cars)");
        assertThat(report.appendix().calibrationMetrics())
                .containsEntry("crps", 0.0333)
                .containsEntry("brier_score", 0.1141)
                .containsEntry("coverage_90", 0.83);
        assertThat(report.appendix().methodology())
                .contains(
                        "20,000 households, fitted to Norway goes electric; a network joins each to 10.2 others",
                        "200 possible futures of 12 months",
                        "A note on the pool.",
                        "engine Norway goes electric 1");
        assertThat(report.appendix().caveats())
                .contains(
                        "The figures are those of registrations.",
                        "Household ages are those of 2011.",
                        "Simulated: VAT",
                        "Debate-engine has no weight in this forecast: it is not wired.")
                .as("the methodology tells the notes already")
                .doesNotContain("A note on the pool.");
    }

    @Test
    void the_notes_are_caveats_where_no_methodology_tells_them() {
        var brief = new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, true, false);

        assertThat(report(brief).appendix().caveats()).contains("A note on the pool.");
    }

    @Test
    void whatever_users_write_is_escaped() {
        ReportContent report =
                generator.explain(Results.request(HOSTILE, ReportConfig.standard()), new BlobsInMemory());

        assertThat(report.sections())
                .allSatisfy(section -> assertThat(section.contentHtml())
                        .doesNotContain("<script")
                        .doesNotContain("'co'"));
        assertThat(report.appendix().methodology()).doesNotContain("<script");
        assertThat(report.sections().get(0).contentHtml())
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;");
    }

    private static Request resolved(Resolved resolved) {
        Request request = Results.request(ReportConfig.standard());
        return new Request(
                request.projectName(),
                request.task(),
                request.data(),
                request.population(),
                request.graph(),
                request.scenarios(),
                request.config(),
                request.engines(),
                resolved,
                null);
    }

    private static final Instant KNOWN_AT = Instant.parse("2026-01-15T09:00:00Z");

    @Test
    void the_outcome_is_told_with_what_the_last_forecast_scored_once_it_is_known() {
        Request request = resolved(new Resolved(
                true,
                0.9571,
                KNOWN_AT,
                "OFV, table 3",
                0.2345,
                ForecastScores.of(0.2345, List.of(0.90, 0.94), true, 0.9571, 0.4, 0.05),
                null));

        ReportSection section =
                generator.explain(request, new BlobsInMemory()).sections().get(1);

        assertThat(section.type()).isEqualTo("resolution");
        assertThat(section.contentHtml())
                .contains("<strong>The answer is yes</strong>: the share in 2025 came to 95.7 %.")
                .contains("known since 2026-01-15; the source is OFV, table 3.")
                .contains("held it to be unlikely, at 23 %")
                .contains("<td>Brier score</td><td>0.586</td><td>0.360</td>") // (1 - 0.2345)^2 and 0.6^2
                .contains("<td>CRPS</td><td>2.71 points</td><td>5.00 points</td>") // (5.71 + 1.71) / 2 - 4 / 4
                .contains("base rate of 40 %");
        new BoundNumbers(request, new NorwayFixture()::table).check(section);
    }

    @Test
    void a_yes_without_a_value_or_a_forecast_before_it_is_told_as_that() {
        Request request = resolved(new Resolved(false, null, KNOWN_AT, "the ministry", null, null, null));

        ReportSection section =
                generator.explain(request, new BlobsInMemory()).sections().get(1);

        assertThat(section.contentHtml())
                .contains("<strong>The answer is no</strong>. That")
                .contains("No forecast was published before that");
        new BoundNumbers(request, new NorwayFixture()::table).check(section);
    }

    @Test
    void before_the_outcome_is_known_only_who_asks_for_it_is_told_that_it_is_not() {
        var asked = new ReportConfig(ReportTemplate.CUSTOM, List.of("resolution"), null, true, true);

        assertThat(report(asked).sections().get(0).contentHtml()).contains("The outcome is not known yet.");
        assertThat(report(ReportConfig.standard()).sections())
                .extracting(ReportSection::type)
                .doesNotContain("resolution");
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTIVE_SUMMARY, headline forecast scenarios limits",
        "COMPARISON, headline scenarios sensitivity drivers calibration",
        "DETAILED_ANALYSIS, headline forecast scenarios sensitivity drivers reasoning population method calibration limits",
        "CUSTOM, headline forecast scenarios sensitivity drivers reasoning population method calibration limits"
    })
    void each_template_has_its_sections(ReportTemplate template, String types) {
        ReportContent report = report(new ReportConfig(template, List.of(), null, true, true));

        assertThat(report.sections()).extracting(ReportSection::type).containsExactly(types.split(" "));
    }

    @Test
    void a_configuration_chooses_and_orders_sections_and_leaves_out_charts_and_method() {
        ReportContent report = report(new ReportConfig(
                ReportTemplate.CUSTOM, List.of("calibration", "method", "headline"), null, false, false));

        assertThat(report.sections()).extracting(ReportSection::type).containsExactly("calibration", "headline");
        assertThat(report.sections())
                .allSatisfy(section -> assertThat(section.charts()).isEmpty());
        assertThat(report.appendix().methodology()).isEmpty();
    }

    @Test
    void an_unknown_section_and_a_report_without_scenarios_are_refused() {
        ReportConfig wrong = new ReportConfig(ReportTemplate.CUSTOM, List.of("head"), null, true, true);
        Request whole = Results.request(ReportConfig.standard());
        Request empty = new Request(
                whole.projectName(),
                whole.task(),
                whole.data(),
                whole.population(),
                whole.graph(),
                List.of(),
                whole.config(),
                whole.engines());

        assertThatThrownBy(() -> report(wrong))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "There is no report section \"head\"; choose among: headline, resolution, forecast, scenarios, sensitivity, drivers,"
                                + " reasoning, population, method, calibration, limits.");
        assertThatThrownBy(() -> generator.explain(empty, new BlobsInMemory()))
                .hasMessageContaining("needs the result of at least one scenario");
    }

    @Test
    void every_chart_has_the_shape_that_its_type_prescribes() {
        List<Chart> charts = report(ReportConfig.standard()).sections().stream()
                .flatMap(section -> section.charts().stream())
                .toList();

        assertThat(charts)
                .extracting(Chart::chartType)
                .contains("line", "interval", "bar")
                .hasSizeGreaterThan(5);
        assertThat(charts).allSatisfy(LocalExplanationGeneratorTest::isWellFormed);
    }

    @Test
    void the_fan_begins_at_the_last_month_of_the_history() {
        Chart fan = section("forecast").charts().get(0);
        List<?> history = values(list(fan.data(), "series").get(0), "values");
        List<?> lower = values(list(fan.data(), "bands").get(0), "lower");

        assertThat(list(fan.data(), "x")).hasSize(72).last().isEqualTo("2025-12");
        assertThat(history.subList(60, 72)).containsOnlyNulls();
        assertThat(lower.subList(0, 59)).containsOnlyNulls();
        assertThat(lower.get(59)).isEqualTo(history.get(59));
        assertThat(lower.get(60)).isEqualTo(0.8111);
    }

    @Test
    void the_report_is_the_same_in_every_locale() {
        ReportContent here = report(ReportConfig.standard());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(report(ReportConfig.standard())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void isWellFormed(Chart chart) {
        assertThat(chart.config().get("title")).asString().isNotBlank();
        assertThat(chart.config().get("alt")).asString().isNotBlank();
        assertThat(chart.config().get("unit")).isIn("percent", "number");
        switch (chart.chartType()) {
            case "line" -> {
                int length = list(chart.data(), "x").size();
                areAsLong(length, list(chart.data(), "series"), "values");
                areAsLong(length, list(chart.data(), "bands"), "lower");
                areAsLong(length, list(chart.data(), "bands"), "upper");
            }
            case "bar" -> areAsLong(list(chart.data(), "categories").size(), list(chart.data(), "series"), "values");
            case "interval" ->
                assertThat(list(chart.data(), "items"))
                        .isNotEmpty()
                        .allSatisfy(item -> assertThat((Map<?, ?>) item).hasSize(6));
            default -> throw new AssertionError("There is no chart type " + chart.chartType());
        }
    }

    private static void areAsLong(int length, List<?> series, String name) {
        assertThat(length).isPositive();
        assertThat(series)
                .allSatisfy(one ->
                        assertThat((List<?>) ((Map<?, ?>) one).get(name)).hasSize(length));
    }

    private static List<?> values(@Nullable Object map, String name) {
        return (List<?>) requireNonNull(((Map<?, ?>) requireNonNull(map)).get(name), name);
    }

    private static List<?> list(Map<String, Object> data, String name) {
        return values(data, name);
    }

    private String html(String type) {
        return section(type).contentHtml();
    }

    private ReportSection section(String type) {
        return report(ReportConfig.standard()).sections().stream()
                .filter(section -> section.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private ReportContent report(ReportConfig config) {
        return generator.explain(Results.request(config), new BlobsInMemory());
    }
}
