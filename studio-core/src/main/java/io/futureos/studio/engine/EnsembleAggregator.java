package io.futureos.studio.engine;

import io.futureos.studio.engine.SimulationEngine.Hindcast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pools what several members say into one calibrated forecast ({@code ensemble-aggregator}). */
public interface EnsembleAggregator extends Engine {

    /** The months at which members are asked for hindcasts, oldest first, {@code YYYY-MM}; none is after as-of. */
    List<String> backtestOrigins(DataPackage data, PredictionTask task);

    /**
     * Pools what there is; without members, what the aggregator's own ones say. Quantiles are in order, weights sum to 1, and
     * who is absent has none.
     *
     * @throws EngineException if the data does not have the target, two members have one name or one has the pool's, or what one
     *     of them says does not fit the question: too few months, figures that are no numbers, probabilities outside 0 to 1
     */
    Forecast aggregate(Request request, EngineContext context);

    /**
     * What to pool.
     *
     * @param members forecasts from outside; the aggregator adds its own statistical ones
     * @param reasoners probabilities from outside
     * @param absent engines that are not wired or do not model the variable, with the reason, for the report
     * @param effect the scenario's effect on members that know nothing of scenarios, as in
     *     {@link SimulationEngine.Outcome#effect}
     * @param horizon how many months after as-of to forecast
     */
    record Request(
            PredictionTask task,
            DataPackage data,
            List<Member> members,
            List<ReasonerMember> reasoners,
            List<Absent> absent,
            List<Double> effect,
            int horizon,
            long seed) {
        public Request {
            members = List.copyOf(members);
            reasoners = List.copyOf(reasoners);
            absent = List.copyOf(absent);
            effect = List.copyOf(effect);
        }
    }

    /**
     * A forecast from outside, with the past ones by which it earns its weight.
     *
     * @param paths the target's value by draw and month
     */
    record Member(String name, List<List<Double>> paths, List<Hindcast> hindcasts) {
        public Member {
            paths = List.copyOf(paths);
            hindcasts = List.copyOf(hindcasts);
        }
    }

    /** What a reasoner said. */
    record ReasonerMember(String name, Reasoner.Reasoning reasoning) {}

    /** Who does not take part. */
    record Absent(String name, String reason) {}

    /**
     * A calibrated forecast.
     *
     * @param eventProbability that the answer to the question is yes
     * @param periods a quantile forecast for each month after as-of
     * @param whole the quantile forecast of the value that the question asks about (its period as a whole; for any-month
     *     questions the extreme month)
     * @param values {@value #VALUES} equally likely values of the same quantity, ascending: its quantiles at the middles of
     *     as many equal parts, for scores and densities
     * @param members every engine that could have taken part, with its weight
     * @param notes what a reader of the forecast must know, one sentence each
     */
    record Forecast(
            double eventProbability,
            List<Quantiles> periods,
            Quantiles whole,
            List<Double> values,
            List<MemberWeight> members,
            Backtest backtest,
            List<String> notes) {

        /** How many equally likely values a forecast gives. */
        public static final int VALUES = 200;

        public Forecast {
            periods = List.copyOf(periods);
            values = List.copyOf(values);
            members = List.copyOf(members);
            notes = List.copyOf(notes);
        }
    }

    /** Quantiles of the target in a month ({@code YYYY-MM}) or a longer period. */
    record Quantiles(
            String period, double q05, double q10, double q25, double q50, double q75, double q90, double q95) {}

    /**
     * What a member counted for.
     *
     * @param crps mean continuous ranked probability score in the backtest, in the target's unit; null if not tested
     */
    record MemberWeight(
            String name, double weight, @Nullable Double crps, String reason) {}

    /**
     * How good such forecasts were in the past; every figure is computed from forecasts that knew only what came before
     * their origin, with weights that did too.
     *
     * @param forecasts how many pairs of forecast and outcome the figures rest on
     * @param crps mean continuous ranked probability score, in the target's unit
     * @param crpsSeasonalNaive the same for "as in that month a year before"
     * @param mase mean absolute error of the median over that of the seasonal naive forecast within the history
     * @param event what past probabilities were probabilities of, in words that can follow "that", for example "the month's
     *     share is above 95 %"; what {@code brier}, {@code logScore} and {@code reliability} judge
     * @param brier mean squared error of these probabilities (Brier, 1950)
     * @param coverage50 share of outcomes inside the central 50 per cent interval
     * @param sharpness90 mean width of the central 90 per cent interval, in the target's unit
     * @param reliability by forecast probability
     * @param byHorizon the same by how far ahead was looked: for the pool, called {@value #POOL}, for each tested member,
     *     and for {@value #YEAR_BEFORE}, the single value with which {@code crpsSeasonalNaive} compares
     */
    record Backtest(
            List<String> origins,
            int horizon,
            int forecasts,
            double crps,
            double crpsSeasonalNaive,
            double mase,
            String event,
            double brier,
            double logScore,
            double coverage50,
            double coverage80,
            double coverage90,
            double sharpness90,
            List<ReliabilityBin> reliability,
            List<MemberFigures> byHorizon) {

        /** The pool's name among the figures by horizon; no member may have it. */
        public static final String POOL = "ensemble";

        /** The name of "as in that month a year before" among them. */
        public static final String YEAR_BEFORE = "year before";

        public Backtest {
            origins = List.copyOf(origins);
            reliability = List.copyOf(reliability);
            byHorizon = List.copyOf(byHorizon);
        }

        /** In which share of the cases {@link #event} came true; null if no probability was judged. */
        public @Nullable Double eventRate() {
            int cases = reliability.stream().mapToInt(ReliabilityBin::count).sum();
            double came = reliability.stream()
                    .mapToDouble(bin -> bin.observed() * bin.count())
                    .sum();
            return cases == 0 ? null : (Double) (came / cases);
        }
    }

    /** How good the past forecasts of one member, or of the pool, were; horizons from the nearest, none without a forecast. */
    record MemberFigures(String name, List<HorizonFigures> horizons) {
        public MemberFigures {
            horizons = List.copyOf(horizons);
        }
    }

    /** Figures as in {@link Backtest}, of forecasts for {@code horizon} months after their origin. */
    record HorizonFigures(
            int horizon,
            int forecasts,
            double crps,
            double mase,
            double coverage50,
            double coverage80,
            double coverage90) {}

    /** Forecast probabilities around {@code forecast} came true in the share {@code observed} of {@code count} cases. */
    record ReliabilityBin(double forecast, double observed, int count) {}
}
