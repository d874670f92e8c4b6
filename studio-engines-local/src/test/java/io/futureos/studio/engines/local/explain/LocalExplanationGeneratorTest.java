package io.futureos.studio.engines.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.engine.CausalGraphEngine.CausalGraph;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ExplanationGenerator.SimulationSummary;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalExplanationGeneratorTest {

    private static final String HOSTILE = "<script>alert(\"x\")</script> & 'co'";

    private final Written written = new Written();

    @Test
    void the_headline_tells_the_question_the_answer_and_what_would_change_it() {
        assertThat(written.html("headline"))
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
        assertThat(written.html("forecast")).contains("January 2025", "December 2025", "87.8 % to 93.5 %");
        assertThat(written.html("scenarios"))
                .contains("2 %", "86.9 %", "-4.3 percentage points", "0.0 % instead of 100.0 %");
        assertThat(written.html("population"))
                .contains(
                        "20,000",
                        "Of each is known: cars available.",
                        "41 %",
                        "10.2 neighbours",
                        "0.34 %",
                        "17 sweeps");
        assertThat(written.html("drivers")).contains("-0.32", "0.012", "The data can&#39;t measure these");
        assertThat(written.html("drivers"))
                .contains(
                        "&quot;VAT&quot; changes &quot;vat_exemption&quot;, and by that battery-electric cars of the new passenger cars (stated, not")
                .contains("Taken out by the analyst", "+0.45 at lag 4");
        assertThat(written.html("reasoning"))
                .contains(
                        "<td>Tree search</td><td>33 %</td><td>0 %</td><td>No skill: Brier score 0.256 against 0.245</td>")
                .contains("In 17 of 61 futures &lt;it&gt; came true.", "If March were below 88 %, it would.")
                .contains(
                        "Vat_exemption from 100.0 % to 25.0 % from April 2025 on</td><td>23 %</td><td>5 %</td><td>75 %</td>")
                .contains("<td>VAT</td><td>tree search: 12 %</td>");
        assertThat(written.html("method"))
                .contains("60 %", "3.12 points", "not tested", "<td>0.73</td>", "200 replicates");
        assertThat(written.html("calibration"))
                .contains(
                        "from 2 past months, December 2021 to September 2024, each time up to 12",
                        "126 forecasts",
                        "63 % smaller",
                        "83 %",
                        "0.114",
                        "0.38",
                        "22.3 points");
    }

    @Test
    void every_number_of_every_section_is_where_it_says() {
        for (String name : List.of("Norway goes electric", "Plan 7 of 1,234 in 2030", HOSTILE)) {
            Request request = Results.request(name, ReportConfig.standard());
            var numbers = new BoundNumbers(request, new NorwayFixture()::table);

            assertThat(written.report(request).sections()).isNotEmpty().allSatisfy(numbers::check);
        }
    }

    @Test
    void the_report_says_what_would_change_the_answer_and_what_the_forecast_does_not_know() {
        assertThat(written.html("sensitivity"))
                .contains(
                        "The middle of the forecast, 91.2 %, lies below the threshold of 95.0 %, 3.8 percentage points away")
                .contains("None of the other scenarios takes the probability to the other side");
        assertThat(written.html("limits"))
                .contains("Whatever became known after December 2024")
                .contains("it rests on 96 months of figures")
                .contains(
                        "Whether &quot;vat_exemption&quot; moves &quot;battery-electric cars of the new passenger cars&quot; as much")
                .contains("Household ages are those of 2011.")
                .doesNotContain("far ahead");
    }

    @Test
    void who_reads_a_brier_score_knows_what_was_scored_and_how_often_that_comes() {
        // 4 at 0.31 and 39 at 0.92 of 43 are 0.863, which would have scored 0.863 * 0.137
        assertThat(written.html("calibration"))
                .contains("judge one event, month by month: that the month&#39;s share is above 95 %.")
                .contains(
                        "It came true in 86 % of the cases. Always saying 86 %, which nobody could know beforehand, would"
                                + " have a Brier score of 0.118; the forecasts&#39; own probabilities were better than that.");
        assertThat(written.report(ReportConfig.standard()).appendix().calibrationMetrics())
                .containsEntry("judged_event", "the month's share is above 95 %")
                .hasEntrySatisfying(
                        "judged_event_rate", rate -> assertThat((Double) rate).isBetween(0.863, 0.864));
    }

    @Test
    void probabilities_that_told_no_more_than_the_base_rate_are_told_as_that() {
        ScenarioResult obvious = Results.judged("Obvious", 0.2345, List.of(new ReliabilityBin(0.85, 0.98, 43)));

        assertThat(written.html(
                        "calibration", Results.with(Results.request(ReportConfig.standard()), List.of(obvious), null)))
                .contains("a Brier score of 0.020; the forecasts&#39; own probabilities were no better than that.");
    }

    @Test
    void a_reasoner_that_names_another_turning_point_is_told_to_answer_another_question() {
        Request request = Results.request(ReportConfig.standard());
        Line far = new Line(List.of(new Move(1, "vat_exemption", 1, 0.1)), 0.1829, 0.7, 0.9);
        Line near = new Line(List.of(new Move(2, "vat_exemption", 1, 0.75)), 0.1829, 0.5122, 0.25);
        Line not = new Line(List.of(new Move(1, "vat_exemption", 1, 0.9)), 0.1829, 0.3, 0.1);

        assertThat(written.html("sensitivity", Results.arguing(request, List.of(far, near, not))))
                .contains(
                        "<p>Tree search names another turning point, since it answers another question: vat_exemption from 100.0"
                                + " % to 75.0 % from February 2025 on. It simulates")
                .contains("here from 18 % to 51 %.")
                .contains("they take its middle from 91.2 % to 95.0 %.");
        assertThat(written.html("sensitivity", Results.arguing(request, List.of(not))))
                .doesNotContain("another question");
    }

    @Test
    void what_strength_means_is_told_only_where_one_is_shown() {
        Request request = Results.request(ReportConfig.standard());
        Request unmeasured = Results.with(
                request,
                new CausalGraph(request.graph().nodes(), request.graph().edges().subList(0, 1), List.of()));

        assertThat(written.html("drivers", request)).contains("A strength is a partial correlation");
        assertThat(written.html("drivers", unmeasured))
                .doesNotContain("A strength is")
                .contains("Nothing: no monthly variable says more about another");
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

        ReportContent report = written.report(Results.with(simulated, List.of(alone), null));

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
        ReportContent report = written.report(ReportConfig.standard());

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
                        "engine Norway goes electric, version 1");
        assertThat(report.appendix().caveats())
                .as("sections and methodology tell the others already")
                .containsExactly(
                        "The figures are those of registrations.",
                        "Simulated: Norway goes electric",
                        "Simulated: VAT",
                        "What the population leaves open stands under \"What the forecast does not know\".");
    }

    @Test
    void what_no_section_tells_of_population_and_members_is_a_caveat() {
        var brief = new ReportConfig(ReportTemplate.CUSTOM, List.of("headline"), null, true, true);

        assertThat(written.report(brief).appendix().caveats())
                .contains(
                        "Household ages are those of 2011.",
                        "Debate-engine has no weight in this forecast: it is not wired.")
                .noneMatch(caveat -> caveat.startsWith("What the population leaves open"));
    }

    @Test
    void the_notes_are_caveats_where_no_methodology_tells_them() {
        var brief = new ReportConfig(ReportTemplate.DETAILED_ANALYSIS, List.of(), null, true, false);

        assertThat(written.report(brief).appendix().caveats()).contains("A note on the pool.");
    }

    @Test
    void whatever_users_write_is_escaped() {
        ReportContent report = written.report(Results.request(HOSTILE, ReportConfig.standard()));

        assertThat(report.sections())
                .allSatisfy(section -> assertThat(section.contentHtml())
                        .doesNotContain("<script")
                        .doesNotContain("'co'"));
        assertThat(report.appendix().methodology()).doesNotContain("<script");
        assertThat(report.sections().get(0).contentHtml())
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;");
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTIVE_SUMMARY, headline forecast scenarios limits",
        "COMPARISON, headline scenarios sensitivity drivers calibration limits",
        "DETAILED_ANALYSIS, headline forecast scenarios sensitivity drivers reasoning population method calibration limits",
        "CUSTOM, headline forecast scenarios sensitivity drivers reasoning population method calibration limits"
    })
    void each_template_has_its_sections(ReportTemplate template, String types) {
        ReportContent report = written.report(new ReportConfig(template, List.of(), null, true, true));

        assertThat(report.sections()).extracting(ReportSection::type).containsExactly(types.split(" "));
    }

    @Test
    void a_configuration_chooses_and_orders_sections_and_leaves_out_charts_and_method() {
        ReportContent report = written.report(new ReportConfig(
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
        Request empty = Results.with(whole, List.of(), null);

        assertThatThrownBy(() -> written.report(wrong))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "There is no report section \"head\"; choose among: headline, resolution, forecast, scenarios, sensitivity, drivers,"
                                + " reasoning, population, method, calibration, limits.");
        assertThatThrownBy(() -> written.report(empty))
                .hasMessageContaining("needs the result of at least one scenario");
    }

    @Test
    void who_reads_the_headline_alone_knows_how_far_to_trust_it() {
        assertThat(written.html("headline"))
                .contains(
                        "83 % of 126 past forecasts held the outcome inside their 90 % interval, so the future is less sure");
    }

    @Test
    void calibrated_parameters_stand_beside_what_was_taken_for_likely_before() {
        assertThat(written.html("method"))
                .contains("<td>Trend</td><td>0 (-0.064 to 0.064)</td><td>0.042 (0.003 to 0.059)</td>")
                .contains("<td>Level in the last known month</td><td>-</td><td>2.24 (1.83 to 2.58)</td>")
                .contains("<td>Noise</td><td>-</td><td>0.36</td>")
                .contains("<td>Effect of &quot;vat_exemption&quot;</td><td>the same, as it was stated</td>")
                .contains("<td>Past months inside the 80 % interval</td><td>81 %</td>")
                .contains("<td>Season</td><td>January 0.003, February -0.0008, March 0.20, April");
    }

    @Test
    void the_report_is_the_same_in_every_locale() {
        ReportContent here = written.report(ReportConfig.standard());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(written.report(ReportConfig.standard())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
