package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RuleOfSuccession;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the parameters from the history, by Bayes' rule:
 *
 * <ul>
 *   <li>Imitation and {@link Dynamics} lie on a grid. Each point is weighed by how likely it is before the history is seen,
 *       and by how likely it makes the history, which {@link LevelFilter} gives exactly.
 *   <li>Given a point, level, trend and seasons are normal before, and by the filter also after: the level around the first
 *       month with a standard deviation of 1.5, the trend around 0 with 0.05 a month, each season around 0 with 0.15.
 *   <li>Slopes and effects have the mean and standard error that they came with; the history does not change them.
 *   <li>A trend ends by the {@link RuleOfSuccession}.
 * </ul>
 *
 * <p>Replicates are drawn from this posterior. There is no search that could end in a wrong place, no simulated summary that
 * must be near enough, and no luck but the seed's.
 */
final class Calibration {

    /** Log-odds that having only electric neighbours adds, compared with none. */
    static final List<Double> IMITATION = List.of(0.0, 0.75, 1.5, 3.0);

    private static final int FEWEST_MONTHS = 6;
    private static final int TOGETHER = 64;

    private final List<Point> points = new ArrayList<>();
    private final Problem problem;

    private Calibration(Problem problem) {
        this.problem = problem;
    }

    /** Draws as many replicates as the problem asks for, each with its own parameters. */
    static List<Replicate> calibrate(Problem problem, Workers workers, Runnable progress) {
        if (problem.series().known() < FEWEST_MONTHS) {
            throw new EngineException(
                    "history_short",
                    "The history has " + problem.series().known() + " known months up to " + Months.text(problem.now())
                            + "; a simulation needs at least " + FEWEST_MONTHS + ".");
        }
        var calibration = new Calibration(problem);
        var histories = new LivedHistory[IMITATION.size()];
        workers.each(histories.length, progress, i -> histories[i] = LivedHistory.live(problem, IMITATION.get(i)));
        calibration.weigh(List.of(histories), workers, progress);
        return calibration.draw();
    }

    private void weigh(List<LivedHistory> histories, Workers workers, Runnable progress) {
        int first = problem.series().first();
        List<double[]> levels = histories.stream().map(LivedHistory::levels).toList();
        var filters = new LevelFilter[histories.size()][Dynamics.PRIOR.size()];
        int parts = (Dynamics.PRIOR.size() + TOGETHER - 1) / TOGETHER;
        workers.each(parts, progress, part -> {
            for (int i = part * TOGETHER; i < Math.min(Dynamics.PRIOR.size(), (part + 1) * TOGETHER); i++) {
                List<LevelFilter> followed = LevelFilter.follow(Dynamics.PRIOR.get(i), first, levels);
                for (int h = 0; h < filters.length; h++) {
                    filters[h][i] = followed.get(h);
                }
            }
        });
        for (int h = 0; h < filters.length; h++) {
            for (LevelFilter filter : filters[h]) {
                points.add(new Point(histories.get(h), filter));
            }
        }
    }

    private List<Replicate> draw() {
        double best = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            best = Math.max(best, point.logWeight());
        }
        double total = 0;
        for (Point point : points) {
            total += StrictMath.exp(point.logWeight() - best);
        }
        var replicates = new ArrayList<Replicate>();
        double start = problem.random().uniform(0);
        double reached = 0;
        for (Point point : points) {
            reached += StrictMath.exp(point.logWeight() - best) / total;
            double[][] root = null;
            while (replicates.size() < problem.replicates()
                    && (replicates.size() + start) / problem.replicates() < reached) {
                root = root == null ? point.filter().root() : root;
                replicates.add(replicate(point, root, replicates.size()));
            }
        }
        while (replicates.size() < problem.replicates()) {
            Point last = points.get(points.size() - 1);
            replicates.add(replicate(last, last.filter().root(), replicates.size()));
        }
        return replicates;
    }

    private Replicate replicate(Point point, double[][] root, int number) {
        CounterRandom random = problem.random().branch(number).branch(-2);
        double[] state = point.filter().mean();
        for (int j = 0; j < LevelFilter.STATES; j++) {
            double normal = random.normal(j);
            for (int i = j; i < LevelFilter.STATES; i++) {
                state[i] += root[i][j] * normal;
            }
        }
        int next = LevelFilter.STATES;
        double[] slopes = new double[problem.slopes().size()];
        for (int s = 0; s < slopes.length; s++) {
            Slope slope = problem.slopes().get(s);
            slopes[s] = slope.mean() + slope.sd() * random.normal(next++);
        }
        double[] effects = new double[problem.drivers().size()];
        for (int d = 0; d < effects.length; d++) {
            var driver = problem.drivers().get(d).driver();
            effects[d] = driver.effect() + driver.effectSd() * random.normal(next++);
        }
        int lasts = RuleOfSuccession.monthsMore(problem.series().known(), random.uniform(next));
        return new Replicate(point.history(), state, point.filter().dynamics(), slopes, effects, lasts);
    }

    private record Point(LivedHistory history, LevelFilter filter) {

        double logWeight() {
            return filter.dynamics().logPrior() + filter.logLikelihood();
        }
    }
}
