package io.futureos.studio.engines.local.simulation;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the parameters from the history: on a grid over imitation, noise and unrest each point is weighed by its exact
 * likelihood (the priors are even along the grid), and within a point level, trend and seasons have the filter's normal
 * distribution. Replicates are drawn from this posterior. No search that could end in a wrong place, and no luck but the
 * seed's.
 */
final class Calibration {

    /** Log-odds that having only electric neighbours adds, compared with none. */
    private static final double[] IMITATION = {0, 0.75, 1.5, 3};

    private static final double[] NOISE = {0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.36, 0.43, 0.55, 0.8, 1.3, 2.2};
    private static final double[] UNREST = {0.02, 0.1, 0.2, 0.35, 0.55, 0.9};
    private static final int FEWEST_MONTHS = 6;

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
        var histories = new LivedHistory[IMITATION.length];
        workers.each(histories.length, progress, i -> histories[i] = LivedHistory.live(problem, IMITATION[i]));
        for (LivedHistory history : histories) {
            progress.run();
            calibration.weigh(history);
        }
        return calibration.draw();
    }

    private void weigh(LivedHistory history) {
        for (double noise : NOISE) {
            for (double unrest : UNREST) {
                var filter =
                        new LevelFilter(noise, unrest).follow(problem.series().first(), history.levels());
                points.add(new Point(history, filter));
            }
        }
    }

    private List<Replicate> draw() {
        double best = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            best = Math.max(best, point.filter().logLikelihood());
        }
        double total = 0;
        for (Point point : points) {
            total += StrictMath.exp(point.filter().logLikelihood() - best);
        }
        var replicates = new ArrayList<Replicate>();
        double start = problem.random().uniform(0);
        double reached = 0;
        for (Point point : points) {
            reached += StrictMath.exp(point.filter().logLikelihood() - best) / total;
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
        return new Replicate(
                point.history(), state, point.filter().noise(), point.filter().unrest(), slopes, effects);
    }

    private record Point(LivedHistory history, LevelFilter filter) {}
}
