package io.futureos.studio.runtime;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.PublishedForecast;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.TrackRecord;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.OverrideVerdict;
import io.futureos.studio.report.OverrideVerdict.Verdict;
import io.futureos.studio.workflow.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the last forecast that stood when the outcome became known once more, and once without each of the assumptions that
 * people set in it, all with the same luck; then says which were better.
 */
final class ResolutionWork implements LaneWork {

    /** Somebody who overrides a whole column has one assumption, not a thousand; more than so many are not looked at. */
    private static final int MOST = 50;

    /** Less than this in a score is what the last digits of figures make. */
    private static final double NOTHING = 1e-12;

    private final Engines engines;
    private final ScenarioWork scenarios;

    ResolutionWork(Engines engines, ScenarioWork scenarios) {
        this.engines = engines;
        this.scenarios = scenarios;
    }

    @Override
    public Finished run(Job job) {
        TrackRecord record = TrackRecord.of(job.project());
        PublishedForecast published = record.last().orElseThrow().forecast();
        Resolution resolution = Objects.requireNonNull(record.resolution());
        WorkingCopy then = job.desk().at(published.basedOn());
        var again = new ForecastAgain(engines, scenarios, job, then, published.scenario());
        List<Assumption> all = Assumption.in(then.project(), published.scenario());
        List<Assumption> looked = all.subList(0, Math.min(MOST, all.size()));

        job.part(0, 1.0 / (looked.size() + 1));
        Forecast with = again.with(then.project());
        ForecastScores scores = scores(with, resolution);
        var verdicts = new ArrayList<OverrideVerdict>();
        for (Assumption assumption : looked) {
            double before = verdicts.size() + 1.0;
            job.part(before / (looked.size() + 1), (before + 1) / (looked.size() + 1));
            verdicts.add(verdict(job, again, assumption, scores, resolution));
        }
        var review = new OverrideReview(
                with.eventProbability(), scores, verdicts, notes(published, with, all.size() - looked.size()));
        return filed(job, review);
    }

    private static ForecastScores scores(Forecast forecast, Resolution resolution) {
        return ForecastDetails.of("", forecast).scores(forecast.eventProbability(), resolution);
    }

    private static OverrideVerdict verdict(
            Job job, ForecastAgain again, Assumption assumption, ForecastScores with, Resolution resolution) {
        job.progress("forecasting without the override of " + assumption.place(), 0);
        Project without = assumption.leftOut();
        try {
            Forecast forecast = again.with(without);
            ForecastScores scores = scores(forecast, resolution);
            return assumption.judged(forecast.eventProbability(), scores, better(with, scores), null);
        } catch (EngineUnavailableException away) {
            throw away; // trying again may help
        } catch (EngineException refused) {
            return assumption.judged(null, null, Verdict.UNKNOWN, refused.getMessage());
        }
    }

    private static Verdict better(ForecastScores with, ForecastScores without) {
        Double crpsWith = with.crps();
        Double crpsWithout = without.crps();
        double gain = crpsWith != null && crpsWithout != null ? crpsWithout - crpsWith : without.brier() - with.brier();
        if (Math.abs(gain) <= NOTHING) {
            return Verdict.NO_DIFFERENCE;
        }
        return gain > 0 ? Verdict.BETTER_WITH : Verdict.BETTER_WITHOUT;
    }

    private static List<String> notes(PublishedForecast published, Forecast now, int passedOver) {
        var notes = new ArrayList<String>();
        if (now.eventProbability() != published.probability()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The forecast that was published said %.4f; today's engines say %.4f from the same inputs, and what"
                            + " assumptions were worth is told by theirs.",
                    published.probability(),
                    now.eventProbability()));
        }
        if (passedOver > 0) {
            notes.add("Only the first " + MOST + " assumptions were looked at; " + passedOver + " more were not.");
        }
        return notes;
    }

    private Finished filed(Job job, OverrideReview review) {
        Inputs inputs = job.inputs();
        Output output = job.output(
                job.newId(),
                Fingerprint.of(StudioJson.writeBytes(review)),
                job.storeJson(review),
                Map.of("overrides", (long) review.verdicts().size()),
                inputs,
                engines.ensembleAggregator());
        return Finished.done(
                "Found out what " + review.verdicts().size() + " overrides were worth",
                result -> result.made(Lane.RESOLUTION, inputs.fingerprint(), output));
    }
}
