package io.futureos.studio.engines.local.explain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.ScenarioResult;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.model.ReportConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonInReportTest {

    private final Written written = new Written();

    @Test
    void scenarios_are_compared_by_their_twins() {
        assertThat(written.html("scenarios"))
                .contains("<td>VAT</td><td>-4.2 percentage points</td><td>-7.3 to +0.2</td><td>9 %</td><td>yes</td>")
                .contains("Whether &quot;VAT&quot; comes out higher or lower is open")
                .contains("no difference to &quot;VAT&quot;, to first order: vat_exemption at 4.6 % instead of 100.0 %"
                        + " in &quot;Norway goes electric&quot;.")
                .contains("counts as settled once the 95 % interval of that probability leaves out one half")
                .doesNotContain("seeds");
    }

    @Test
    void scenarios_that_can_not_be_compared_by_their_twins_say_why() {
        Request request = Results.request(ReportConfig.standard());

        assertThat(written.html("scenarios", Results.with(request, request.scenarios(), Results.comparison(false))))
                .contains("<li>The runs differ in 2 seeds.</li>")
                .doesNotContain("Median difference");
        assertThat(written.html("scenarios", Results.with(request, request.scenarios(), null)))
                .doesNotContain("How sure the differences are");
    }

    @Test
    void how_many_more_replicates_would_settle_a_difference_is_told() {
        assertThat(written.html("scenarios", settling(new Settling(false, 0.4, 0.6, 1470L))))
                .contains("<td>no; about 1,470 more replicates would do</td>");
        assertThat(written.html("scenarios", settling(new Settling(false, 0.4, 0.6, null))))
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
        assertThat(written.html("sensitivity"))
                .contains("<li>Vat_exemption at 75.0 % instead of 100.0 %.</li>")
                .contains("<li>&quot;VAT&quot;: an effect of vat_exemption of 0.12 instead of 0.88.</li>");
    }

    @Test
    void a_probability_near_0_or_1_says_what_it_rests_on() {
        Request request = Results.request(ReportConfig.standard());
        ScenarioResult sure = Results.scenario("Sure", Map.of(), 0.004, -0.06);
        ScenarioResult surer = Results.scenario("Surer", Map.of(), 0.996, 0.16);

        String html = written.html(
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
    void past_forecasts_that_were_nearly_as_sure_are_counted_with_what_they_were_about() {
        Request request = Results.request(ReportConfig.standard());
        ScenarioResult sure = Results.judged("Sure", 0.004, List.of(new ReliabilityBin(0.95, 0.9167, 48)));

        assertThat(written.html(
                        "scenarios",
                        Results.with(request, List.of(request.scenarios().get(0), sure), null)))
                .contains(
                        "Of 48 past forecasts that were nearly as sure about whether the month&#39;s share is above 95 %, 4"
                                + " turned out otherwise.");
    }
}
