package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.report.ForecastScores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForecastDetailsTest {

    private static final String EVENT = "the month's share is above 95 %";

    @Test
    void the_base_rate_keeps_the_event_whose_rate_it_is() {
        var stored = ForecastDetails.of(
                "VAT", forecast(List.of(new ReliabilityBin(0.25, 0.5, 4), new ReliabilityBin(0.85, 0.9, 10))));

        ForecastScores scores = again(stored).scores(0.7, yes());

        assertThat(scores.baseRate()).isCloseTo((2 + 9) / 14.0, within(1e-12));
        assertThat(scores.baseRateEvent()).isEqualTo(EVENT);
    }

    @Test
    void without_a_judged_probability_there_is_no_base_rate() {
        ForecastScores scores =
                again(ForecastDetails.of("VAT", forecast(List.of()))).scores(0.7, yes());

        assertThat(scores.baseRate()).isNull();
        assertThat(scores.baseRateEvent()).isNull();
    }

    @Test
    void details_that_were_stored_before_events_were_named_are_read() {
        ForecastDetails old =
                read("{\"scenario\": \"VAT\", \"values\": [1, 2], \"base_rate\": 0.5, \"naive_crps\": 0.1}");

        assertThat(old.scores(0.7, yes()).baseRate()).isEqualTo(0.5);
        assertThat(old.scores(0.7, yes()).baseRateEvent()).isNull();
    }

    private static ForecastDetails again(ForecastDetails details) {
        return read(StudioJson.write(details));
    }

    private static ForecastDetails read(String json) {
        return StudioJson.read(json.getBytes(StandardCharsets.UTF_8), ForecastDetails.class);
    }

    private static Resolution yes() {
        return new Resolution(true, null, Instant.parse("2026-01-15T09:00:00Z"), "OFV", Fingerprint.of("question"));
    }

    private static Forecast forecast(List<ReliabilityBin> reliability) {
        return new Forecast(
                0.7,
                List.of(),
                new Quantiles("2025", 1, 1, 1, 1, 1, 1, 1),
                List.of(1.0, 2.0),
                List.of(),
                new Backtest(List.of(), 12, 14, 0, 0, 0, EVENT, 0, 0, 0, 0, 0, 0, reliability, List.of()),
                List.of());
    }
}
