package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import io.futureos.studio.engine.EnsembleAggregator.Request;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Puts the pooled paths, the weights and the backtest together into what is handed out. */
final class Verdict {

    private final Request request;
    private final Target target;
    private final QuestionPeriod period;
    private final List<Contender> contenders;
    private final RollingBacktest backtest;
    private final List<Integer> origins;
    private final int rehearsals;

    Verdict(
            Request request,
            Target target,
            QuestionPeriod period,
            List<Contender> contenders,
            RollingBacktest backtest,
            List<Integer> origins,
            int rehearsals) {
        this.request = request;
        this.target = target;
        this.period = period;
        this.contenders = contenders;
        this.backtest = backtest;
        this.origins = origins;
        this.rehearsals = rehearsals;
    }

    Forecast forecast() {
        double[] weights = rounded(backtest.weights());
        double[][] paths =
                LinearPool.paths(contenders.stream().map(Contender::paths).toList(), weights, Contenders.PATHS);
        ConformalWidths.Factors widths = backtest.widths();
        widths.apply(paths, target.scale());
        double[] whole =
                Arrays.stream(paths).mapToDouble(period::value).sorted().toArray();
        ReasonerWeights reasoners = new ReasonerWeights(request.task(), target, request.reasoners());
        PastProbabilities past = new PastProbabilities(request.task(), backtest.judged());
        double exponent = past.exponent();
        Backtest figures = new Calibration(target, contenders, backtest, past).figures(origins);
        return new Forecast(
                Significant.six(probability(reasoners.pooled(shareMeeting(whole), whole.length), exponent)),
                months(paths),
                quantiles(period.label(), whole),
                values(whole),
                members(weights, reasoners),
                figures,
                notes(past, exponent, widths, figures));
    }

    /** To six decimals, what that adds or takes on the largest, so that they still add up to one. */
    private static double[] rounded(double[] weights) {
        double[] rounded = new double[weights.length];
        int largest = 0;
        double others = 0;
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = Math.rint(weights[i] * 1e6) / 1e6;
            others += rounded[i];
            largest = weights[i] > weights[largest] ? i : largest;
        }
        others -= rounded[largest];
        rounded[largest] = Math.rint((1 - others) * 1e6) / 1e6;
        return rounded;
    }

    private static double probability(double pooled, double exponent) {
        return Probability.clamp(Extremising.extremised(pooled, exponent), Contenders.PATHS);
    }

    private double shareMeeting(double[] values) {
        long yes = Arrays.stream(values)
                .filter(value ->
                        request.task().comparison().holds(value, request.task().threshold()))
                .count();
        return Probability.of(yes, values.length);
    }

    private List<Quantiles> months(double[][] paths) {
        List<Quantiles> months = new ArrayList<>();
        for (int h = 0; h < request.horizon(); h++) {
            int month = h;
            double[] sorted = Arrays.stream(paths)
                    .mapToDouble(path -> path[month])
                    .sorted()
                    .toArray();
            months.add(quantiles(Months.text(target.asOf() + 1 + h), sorted));
        }
        return months;
    }

    private static Quantiles quantiles(String period, double[] sorted) {
        return new Quantiles(
                period,
                Significant.six(Quantile.of(sorted, 0.05)),
                Significant.six(Quantile.of(sorted, 0.1)),
                Significant.six(Quantile.of(sorted, 0.25)),
                Significant.six(Quantile.of(sorted, 0.5)),
                Significant.six(Quantile.of(sorted, 0.75)),
                Significant.six(Quantile.of(sorted, 0.9)),
                Significant.six(Quantile.of(sorted, 0.95)));
    }

    private static List<Double> values(double[] sorted) {
        double[] values = new double[Forecast.VALUES];
        Quantile.representatives(sorted, values.length, values, 0);
        return Arrays.stream(values).map(Significant::six).boxed().toList();
    }

    private List<MemberWeight> members(double[] weights, ReasonerWeights reasoners) {
        List<MemberWeight> members = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            members.add(
                    backtest.tested(i)
                            ? new MemberWeight(
                                    contender.name(),
                                    weights[i],
                                    Significant.six(backtest.crps(i)),
                                    weights[i] > 0
                                            ? contender.method()
                                            : contender.method() + "; in the backtest the pool was better without it")
                            : new MemberWeight(
                                    contender.name(), 0, null, "it gave no past forecasts to earn a weight by"));
        }
        members.addAll(reasoners.weights());
        for (Absent absent : request.absent()) {
            members.add(new MemberWeight(absent.name(), 0, null, absent.reason()));
        }
        return members;
    }

    private List<String> notes(
            PastProbabilities past, double exponent, ConformalWidths.Factors widths, Backtest figures) {
        List<String> notes = new ArrayList<>();
        notes.add(text(
                "Weights minimise the CRPS of the pooled forecast over the past, as far back as all members forecast it,"
                        + " drawn towards equal weights as if %d more origin had found all members equally good;"
                        + " %d forecasts from %d origins are judged, and %d earlier origins only learnt from.",
                (int) Weighting.PRIOR_ORIGINS, figures.forecasts(), origins.size(), rehearsals));
        notes.add(text(
                "The pool's intervals of 50, 80 and 90 %% were made %.2f, %.2f and %.2f times as wide, which is what past"
                        + " errors called for.",
                widths.at(0.5), widths.at(0.8), widths.at(0.9)));
        notes.add(
                exponent == 1
                        ? "Pushing probabilities further from even odds would not have made past ones better beyond doubt,"
                                + " so they are left as pooled."
                        : text(
                                "The log-odds of probabilities are multiplied by %.2f, which made past ones better.",
                                exponent));
        notes.add(
                past.judgesTheQuestion()
                        ? "Brier score, log score and reliability judge past probabilities that " + figures.event()
                                + "."
                        : "In the backtest the question's threshold was almost never in doubt, so Brier score, log score"
                                + " and reliability judge past probabilities that " + figures.event() + ".");
        notes.add(
                "The seasonal naive forecast it is compared with is the single value of that month a year before, whose"
                        + " CRPS is its absolute error.");
        notes.add(text(
                "The event probability is counted in %,d pooled paths and so kept between %s and %s.",
                Contenders.PATHS,
                text("%.4f", Probability.of(0, Contenders.PATHS)),
                text("%.4f", Probability.of(Contenders.PATHS, Contenders.PATHS))));
        if (period.knownMonths() > 0) {
            notes.add(text(
                    "%d months of the question's period were known already and enter with their real figures.",
                    period.knownMonths()));
        }
        if (period.missingMonths() > 0) {
            notes.add(text(
                    "%d past months of the question's period have no figure and are left out of its value.",
                    period.missingMonths()));
        }
        int missing = target.history().size() - target.history().known();
        if (missing > 0) {
            notes.add(text("%d months of the history have no figure; the models work around them.", missing));
        }
        if (target.history().known() < 24) {
            notes.add(text(
                    "The history has only %d known months: seasons can hardly be told from chance.",
                    target.history().known()));
        }
        return notes;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
