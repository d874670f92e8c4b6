package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.engine.EnsembleAggregator.ReliabilityBin;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.ForecastScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a user forecast in all projects that they take part in, and how that turned out. Forecasts of one question are scored one
 * by one, however alike they are.
 *
 * @param entries the forecasts that count or wait for their outcome, the last changed project's first
 * @param scored how many have an outcome
 * @param meanBrier of these; null if there are none
 * @param meanLogScore of these; null if there are none
 * @param meanCrps of those whose value is known; null if there are none. Values have units, so it says something only if these
 *     are the same
 * @param calibration by tenths of the probability that was forecast, those without a forecast left out
 */
public record UserLedger(
        UserId user,
        List<LedgerEntry> entries,
        int scored,
        @Nullable Double meanBrier,
        @Nullable Double meanLogScore,
        @Nullable Double meanCrps,
        List<ReliabilityBin> calibration) {

    private static final int BINS = 10;

    public UserLedger {
        requireNonNull(user, "user");
        entries = List.copyOf(entries);
        calibration = List.copyOf(calibration);
    }

    /** Sums the entries up. */
    public static UserLedger of(UserId user, List<LedgerEntry> entries) {
        List<LedgerEntry> scored =
                entries.stream().filter(entry -> entry.scores() != null).toList();
        return new UserLedger(
                user,
                entries,
                scored.size(),
                mean(scored, ForecastScores::brier),
                mean(scored, ForecastScores::logScore),
                mean(scored, ForecastScores::crps),
                calibration(scored));
    }

    private static @Nullable Double mean(List<LedgerEntry> scored, Function<ForecastScores, @Nullable Double> score) {
        double sum = 0;
        int count = 0;
        for (LedgerEntry entry : scored) {
            Double one = score.apply(Objects.requireNonNull(entry.scores()));
            if (one != null) {
                sum += one;
                count++;
            }
        }
        return count == 0 ? null : (Double) (sum / count);
    }

    private static List<ReliabilityBin> calibration(List<LedgerEntry> scored) {
        double[] forecast = new double[BINS];
        int[] yes = new int[BINS];
        int[] count = new int[BINS];
        for (LedgerEntry entry : scored) {
            int bin = (int) Math.min(BINS - 1, Math.max(0, Math.floor(entry.probability() * BINS)));
            forecast[bin] += entry.probability();
            yes[bin] += Boolean.TRUE.equals(entry.answer()) ? 1 : 0;
            count[bin]++;
        }
        var bins = new ArrayList<ReliabilityBin>();
        for (int bin = 0; bin < BINS; bin++) {
            if (count[bin] > 0) {
                bins.add(new ReliabilityBin(forecast[bin] / count[bin], (double) yes[bin] / count[bin], count[bin]));
            }
        }
        return bins;
    }
}
