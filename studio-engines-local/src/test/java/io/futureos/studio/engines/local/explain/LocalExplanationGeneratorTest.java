package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.OverrideVerdict;
import io.futureos.studio.report.OverrideVerdict.Kind;
import io.futureos.studio.report.OverrideVerdict.Verdict;
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
                .contains(
                        "Vat_exemption from 100.0 % to 25.0 % from April 2025 on</td><td>23 %</td><td>5 %</td><td>75 %</td>")
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
    void what_each_assumption_was_worth_is_told_once_it_is_found_out() {
        ForecastScores with = ForecastScores.of(0.2345, List.of(0.90, 0.94), true, 0.9571, 0.4, 0.05);
        ForecastScores without = ForecastScores.of(0.1234, List.of(0.85, 0.89), true, 0.9571, 0.4, 0.05);
        Request request = resolved(new Resolved(
                true,
                0.9571,
                KNOWN_AT,
                "OFV",
                0.2345,
                with,
                new OverrideReview(
                        0.2345,
                        with,
                        List.of(
                                new OverrideVerdict(
                                        Kind.SCENARIO_OVERRIDE,
                                        "vat_exemption",
                                        0.25,
                                        null,
                                        0.1234,
                                        without,
                                        Verdict.BETTER_WITH,
                                        null),
                                new OverrideVerdict(
                                        Kind.DATA_OVERRIDE,
                                        "new_cars[2024-01]",
                                        7,
                                        "typing error",
                                        null,
                                        null,
                                        Verdict.UNKNOWN,
                                        "It has 3 gaps.")),
                        List.of("Only the first 50 were looked at."))));

        assertThat(html("resolution", request))
                .contains("it gives 23 % and scores 2.71 points (CRPS; smaller is better)")
                .contains(
                        "<td>Vat_exemption</td><td>25.0 %</td><td>12 %</td><td>7.71 points</td><td>better with it</td>")
                .contains("<td>Figure new_cars[2024-01] (typing error)</td><td>7</td><td>-</td><td>-</td>"
                        + "<td>not to be told: It has 3 gaps.</td>")
                .contains("<li>Only the first 50 were looked at.</li>");
    }

    @Test
    void a_report_before_the_review_says_that_it_is_to_come() {
        ForecastScores scores = ForecastScores.of(0.2345, List.of(), true, null, null, null);

        assertThat(html("resolution", resolved(new Resolved(true, null, KNOWN_AT, "OFV", 0.2345, scores, null))))
                .contains("It was not found out yet");
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

        assertThat(list(fan.data(), "x")).hasSize(48).last().isEqualTo("2025-12");
        assertThat(history.subList(36, 48)).containsOnlyNulls();
        assertThat(lower.subList(0, 35)).containsOnlyNulls();
        assertThat(lower.get(35)).isEqualTo(history.get(35));
        assertThat(lower.get(36)).isEqualTo(0.8111);
    }

    @Test
    void the_chart_shows_history_fan_and_the_median_of_every_scenario() {
        Chart fan = section("forecast").charts().get(0);

        assertThat(list(fan.data(), "series").stream().map(series -> String.valueOf(((Map<?, ?>) series).get("name"))))
                .containsExactly("History", "Norway goes electric", "VAT");
        assertThat(list(fan.data(), "bands")).hasSize(3);
        List<?> other = values(list(fan.data(), "series").get(2), "values");
        assertThat(other.subList(0, 35)).containsOnlyNulls();
        assertThat(other.get(36)).isEqualTo(0.9123 - 0.0432);
    }

    @Test
    void scenarios_are_compared_by_their_twins() {
        assertThat(html("scenarios"))
                .contains("<td>VAT</td><td>-4.2 percentage points</td><td>-7.3 to +0.2</td><td>9 %</td><td>yes</td>")
                .contains("Whether &quot;VAT&quot; comes out higher or lower is open")
                .contains("no difference to &quot;VAT&quot;, to first order: vat_exemption at 4.6 % instead of 100.0 %"
                        + " in &quot;Norway goes electric&quot;.")
                .doesNotContain("seeds");
    }

    @Test
    void scenarios_that_can_not_be_compared_by_their_twins_say_why() {
        Request request = Results.request(ReportConfig.standard());

        assertThat(html("scenarios", Results.with(request, request.scenarios(), Results.comparison(false))))
                .contains("<li>The runs differ in 2 seeds.</li>")
                .doesNotContain("Median difference");
        assertThat(html("scenarios", Results.with(request, request.scenarios(), null)))
                .doesNotContain("How sure the differences are");
    }

    @Test
    void how_many_more_replicates_would_settle_a_difference_is_told() {
        assertThat(html("scenarios", settling(new Settling(false, 0.4, 0.6, 1470L))))
                .contains("<td>no; about 1,470 more replicates would do</td>");
        assertThat(html("scenarios", settling(new Settling(false, 0.4, 0.6, null))))
                .contains("<td>no, and no number of replicates would do</td>");
    }

    private static Request settling(Settling side) {
        Request request = Results.request(ReportConfig.standard());
        ScenarioComparison all = Results.comparison(true);
        Pair pair = all.pairs().get(0);
        Above above = requireNonNull(pair.above());
        var other = new Above(above.probability(), above.standardError(), side, above.mean(), false);
        return Results.with(
                request,
                request.scenarios(),
                new ScenarioComparison(
                        all.quantity(),
                        all.standings(),
                        List.of(new Pair(1, true, 0.1, pair.difference(), pair.unpaired(), other, null, List.of()))));
    }

    @Test
    void the_smallest_changes_that_turn_each_scenario_are_told() {
        assertThat(html("sensitivity"))
                .contains("<li>Vat_exemption at 75.0 % instead of 100.0 %.</li>")
                .contains("<li>&quot;VAT&quot;: an effect of vat_exemption of 0.123 instead of 0.875.</li>");
    }

    @Test
    void a_probability_near_0_or_1_says_what_it_rests_on() {
        Request request = Results.request(ReportConfig.standard());
        ScenarioResult sure = Results.scenario("Sure", Map.of(), 0.004, -0.06);
        ScenarioResult surer = Results.scenario("Surer", Map.of(), 0.996, 0.16);

        String html = html(
                "scenarios", Results.with(request, List.of(request.scenarios().get(0), sure, surer), null));

        assertThat(html)
                .contains(
                        "That it is less than 1 % in &quot;Sure&quot; rests on this. Among the forecast&#39;s 200 equally"
                                + " likely values none is above 95.0 %; the highest is 93.9 %. No past forecast was nearly as sure")
                .contains(
                        "That it is more than 99 % in &quot;Surer&quot; rests on this. Among the forecast&#39;s 200 equally"
                                + " likely values none is not above 95.0 %; the lowest is 96.0 %.")
                .doesNotContain("in &quot;Norway goes electric&quot; rests");
    }

    @Test
    void who_reads_the_headline_alone_knows_how_far_to_trust_it() {
        assertThat(html("headline"))
                .contains(
                        "83 % of 126 past forecasts held the outcome inside their 90 % interval, so the future is less sure");
    }

    @Test
    void calibrated_parameters_stand_beside_what_was_taken_for_likely_before() {
        assertThat(html("method"))
                .contains("<td>Trend</td><td>0 (-0.064 to 0.064)</td><td>0.042 (0.003 to 0.059)</td>")
                .contains("<td>Level</td><td>-</td><td>2.24 (1.83 to 2.58)</td>")
                .contains("<td>Noise</td><td>-</td><td>0.361</td>")
                .contains("<td>Driver effects: vat exemption</td><td>the same, as it was stated</td>");
    }

    private String html(String type, Request request) {
        ReportSection section = generator.explain(request, new BlobsInMemory()).sections().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        new BoundNumbers(request, new NorwayFixture()::table).check(section);
        return section.contentHtml();
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
