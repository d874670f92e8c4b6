package io.futureos.studio.engines.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.ExplanationGenerator.Request;
import io.futureos.studio.engine.ExplanationGenerator.Resolved;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportTemplate;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.OverrideVerdict;
import io.futureos.studio.report.OverrideVerdict.Kind;
import io.futureos.studio.report.OverrideVerdict.Verdict;
import io.futureos.studio.report.ReportSection;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolutionSectionTest {

    private static final Instant KNOWN_AT = Instant.parse("2026-01-15T09:00:00Z");

    private final Written written = new Written();

    @Test
    void the_outcome_is_told_with_what_the_last_forecast_scored_once_it_is_known() {
        Request request = resolved(new Resolved(
                true,
                0.9571,
                KNOWN_AT,
                "OFV, table 3",
                0.2345,
                ForecastScores.of(
                        0.2345, List.of(0.90, 0.94), true, 0.9571, 0.4, "a month's share is above 95 %", 0.05),
                null));

        ReportSection section = written.section("resolution", request);

        assertThat(written.report(request).sections().get(1)).isEqualTo(section);
        assertThat(section.contentHtml())
                .contains("<strong>The answer is yes</strong>: the share in 2025 came to 95.7 %.")
                .contains("known since 15 January 2026; the source is OFV, table 3.")
                .contains("held it to be unlikely, at 23 %")
                .contains("<td>Brier score</td><td>0.586</td><td>0.360</td>") // (1 - 0.2345)^2 and 0.6^2
                .contains("<td>CRPS</td><td>2.71 points</td><td>5.00 points</td>") // (5.71 + 1.71) / 2 - 4 / 4
                .contains(
                        "base rate of 40 %: so often it came true in the backtest that a month&#39;s share is above 95 %, and");
    }

    @Test
    void what_each_assumption_was_worth_is_told_once_it_is_found_out() {
        ForecastScores with = ForecastScores.of(
                0.2345, List.of(0.90, 0.94), true, 0.9571, 0.4, "a month's share is above 95 %", 0.05);
        ForecastScores without = ForecastScores.of(
                0.1234, List.of(0.85, 0.89), true, 0.9571, 0.4, "a month's share is above 95 %", 0.05);
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

        assertThat(written.html("resolution", request))
                .contains("it gives 23 % and scores 2.71 points (CRPS; smaller is better)")
                .contains(
                        "<td>Vat_exemption</td><td>25.0 %</td><td>12 %</td><td>7.71 points</td><td>better with it</td>")
                .contains("<td>Figure new_cars[2024-01] (typing error)</td><td>7</td><td>-</td><td>-</td>"
                        + "<td>not to be told: It has 3 gaps.</td>")
                .contains("<li>Only the first 50 were looked at.</li>");
    }

    @Test
    void a_report_before_the_review_says_that_it_is_to_come() {
        ForecastScores scores = ForecastScores.of(0.2345, List.of(), true, null, null, null, null);

        assertThat(written.html(
                        "resolution", resolved(new Resolved(true, null, KNOWN_AT, "OFV", 0.2345, scores, null))))
                .contains("It was not found out yet");
    }

    @Test
    void a_yes_without_a_value_or_a_forecast_before_it_is_told_as_that() {
        Request request = resolved(new Resolved(false, null, KNOWN_AT, "the ministry", null, null, null));

        ReportSection section = written.section("resolution", request);

        assertThat(written.report(request).sections().get(1)).isEqualTo(section);
        assertThat(section.contentHtml())
                .contains("<strong>The answer is no</strong>. That")
                .contains("No forecast was published before that");
    }

    @Test
    void before_the_outcome_is_known_only_who_asks_for_it_is_told_that_it_is_not() {
        var asked = new ReportConfig(ReportTemplate.CUSTOM, List.of("resolution"), null, true, true);

        assertThat(written.report(asked).sections().get(0).contentHtml()).contains("The outcome is not known yet.");
        assertThat(written.report(ReportConfig.standard()).sections())
                .extracting(ReportSection::type)
                .doesNotContain("resolution");
    }

    private static Request resolved(Resolved resolved) {
        return Results.resolved(Results.request(ReportConfig.standard()), resolved);
    }
}
