package io.futureos.studio.bench.forecast;

import io.futureos.studio.bench.forecast.Track.AtOrigin;
import io.futureos.studio.bench.forecast.Track.Judged;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the forecasts of the past again, month by month, by the engines, by the textbook and by the year before. */
final class Backtest {

    /** The single value, while a member of the ensemble spreads around it. */
    static final String NAIVE = "seasonal naive (one value)";

    private static final int THREADS = 2;

    private final Subject subject;
    private final Pipeline pipeline;
    private final December question;
    private final List<YearMonth> origins;
    private final @Nullable RScript textbook;

    /** @param textbook what runs the textbook's methods; null leaves them out */
    Backtest(
            Subject subject,
            Pipeline pipeline,
            December question,
            List<YearMonth> origins,
            @Nullable RScript textbook) {
        this.subject = subject;
        this.pipeline = pipeline;
        this.question = question;
        this.origins = List.copyOf(origins);
        this.textbook = textbook;
    }

    /**
     * All forecasts, judged; the ensemble first, then its members in its order, the seasonal naive value and the textbook.
     *
     * @param progress is told a line whenever a piece is done
     */
    Result run(Consumer<String> progress) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<OriginForecast>> asked = new ArrayList<>();
            for (YearMonth origin : origins) {
                asked.add(pool.submit(told(progress, "origin " + origin, () -> pipeline.at(origin))));
            }
            Map<Textbook, Future<Map<YearMonth, Map<YearMonth, Predictive>>>> books = new LinkedHashMap<>();
            if (textbook != null) {
                for (Textbook book : Textbook.values()) {
                    books.put(
                            book,
                            pool.submit(told(
                                    progress,
                                    book.label() + " in R",
                                    () -> book.forecast(subject, origins, textbook))));
                }
            }
            List<OriginForecast> forecasts = new ArrayList<>();
            for (Future<OriginForecast> one : asked) {
                forecasts.add(got(one));
            }
            Map<String, List<AtOrigin>> tracks = judged(forecasts);
            tracks.put(NAIVE, naive());
            for (var book : books.entrySet()) {
                tracks.put(book.getKey().label(), judged(got(book.getValue())));
            }
            return new Result(
                    tracks.entrySet().stream()
                            .map(track -> new Track(track.getKey(), track.getValue()))
                            .toList(),
                    weights(forecasts));
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * What came of it.
     *
     * @param weights by member, what it counted for on average
     */
    record Result(List<Track> tracks, Map<String, Double> weights) {

        Track track(String name) {
            return tracks.stream()
                    .filter(track -> track.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static <T> Callable<T> told(Consumer<String> progress, String what, Callable<T> work) {
        return () -> {
            T result = work.call();
            progress.accept(what);
            return result;
        };
    }

    private static <T> T got(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Map<String, List<AtOrigin>> judged(List<OriginForecast> forecasts) {
        Set<String> names = new LinkedHashSet<>();
        forecasts.forEach(forecast -> names.addAll(forecast.months().keySet()));
        forecasts.forEach(forecast -> names.addAll(forecast.december().keySet()));
        Map<String, List<AtOrigin>> tracks = new LinkedHashMap<>();
        for (String name : names) {
            List<AtOrigin> track = new ArrayList<>();
            for (OriginForecast forecast : forecasts) {
                Double probability = forecast.december().get(name);
                track.add(new AtOrigin(
                        forecast.origin(),
                        months(forecast.origin(), forecast.months().getOrDefault(name, Map.of())),
                        probability == null ? OptionalDouble.empty() : brier(forecast.origin(), probability)));
            }
            tracks.put(name, track);
        }
        return tracks;
    }

    private List<AtOrigin> judged(Map<YearMonth, Map<YearMonth, Predictive>> said) {
        return origins.stream()
                .map(origin -> atOrigin(origin, said.getOrDefault(origin, Map.of())))
                .toList();
    }

    private List<AtOrigin> naive() {
        History history = subject.history();
        return origins.stream()
                .map(origin -> {
                    Map<YearMonth, Predictive> said = new LinkedHashMap<>();
                    history.outcomes(origin, Pipeline.HORIZON)
                            .forEach(month -> said.put(month, Predictive.point(history.seasonalNaive(month, origin))));
                    return atOrigin(origin, said);
                })
                .toList();
    }

    private AtOrigin atOrigin(YearMonth origin, Map<YearMonth, Predictive> said) {
        Predictive december = said.get(December.december(origin));
        OptionalDouble threshold = question.threshold(subject.history(), origin);
        return new AtOrigin(
                origin,
                months(origin, said),
                december == null || threshold.isEmpty()
                        ? OptionalDouble.empty()
                        : brier(origin, december.above(threshold.getAsDouble())));
    }

    private List<Judged> months(YearMonth origin, Map<YearMonth, Predictive> said) {
        List<Judged> months = new ArrayList<>();
        said.forEach((month, predictive) -> subject.history()
                .at(month)
                .ifPresent(outcome -> months.add(new Judged(
                        (int) ChronoUnit.MONTHS.between(origin, month),
                        month,
                        outcome,
                        predictive,
                        subject.history().naiveError(origin)))));
        return months;
    }

    private OptionalDouble brier(YearMonth origin, double probability) {
        return question.answer(subject.history(), origin)
                .map(yes -> OptionalDouble.of(brier(probability, yes)))
                .orElse(OptionalDouble.empty());
    }

    /** The squared distance of a probability from what came (Brier, 1950). */
    static double brier(double probability, boolean yes) {
        double miss = probability - (yes ? 1 : 0);
        return miss * miss;
    }

    private static Map<String, Double> weights(List<OriginForecast> forecasts) {
        Map<String, Double> weights = new LinkedHashMap<>();
        forecasts.forEach(forecast -> forecast.weights()
                .forEach((name, weight) -> weights.merge(name, weight / forecasts.size(), Double::sum)));
        return weights;
    }
}
