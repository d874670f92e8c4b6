package io.futureos.studio.engines.local.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each factor is worth, learnt from questions about the same series whose answers were known by the end of a month:
 * from every earlier month, at five thresholds around what was usual. First from windows of several lengths together; what
 * that gives is the prior for windows like the one that is asked about, since a factor that matters for the next month may
 * matter less for the next year. Cases that share months count as the fewer independent ones that they are.
 */
final class ThoughtModel {

    private static final int[] AHEAD = {1, 3, 6, 12};
    private static final double[] ASIDE = {-1, -0.5, 0, 0.5, 1};
    private static final double INTERCEPT_DEVIATION = 0.6;
    private static final double DRIVER_DEVIATION = 0.3;

    /** By how much a weight may differ between windows. */
    private static final double OWN_DEVIATION = 0.5;

    /** Log-odds count as if this many independent cases more had been even odds. */
    private static final double DOUBT = 2;

    private final Evidence evidence;
    private final int month;
    private final List<Driver> drivers;
    private final double[] common;
    private final Map<Window, LogisticRegression.Posterior> own = new LinkedHashMap<>();
    private int cases;
    private double independent;

    /** What was known at the end of {@code month}. */
    ThoughtModel(Evidence evidence, int month) {
        this.evidence = evidence;
        this.month = month;
        this.drivers = evidence.drivers(month);
        this.common = common();
    }

    private double[] common() {
        double[] means = new double[columns()];
        double[] deviations = new double[columns()];
        Arrays.fill(deviations, DRIVER_DEVIATION);
        deviations[0] = INTERCEPT_DEVIATION;
        for (Factor factor : Factor.values()) {
            means[factor.column()] = factor.prior();
            deviations[factor.column()] = factor.priorDeviation();
        }
        var regression = new LogisticRegression(means, deviations);
        for (int ahead : AHEAD) {
            learn(regression, Window.month(ahead));
        }
        return regression.fit().weights();
    }

    private LogisticRegression.Posterior own(Window window) {
        double[] deviations = new double[columns()];
        Arrays.fill(deviations, OWN_DEVIATION);
        var regression = new LogisticRegression(common, deviations);
        learn(regression, window);
        return regression.fit();
    }

    private int columns() {
        return 1 + Factor.values().length + drivers.size();
    }

    private void learn(LogisticRegression regression, Window window) {
        Track track = evidence.track(window);
        int direction = evidence.question().direction();
        for (int origin : track.known(month)) {
            Standpoint stood = evidence.standpoints().at(origin);
            double spread = track.spread(origin);
            double usual = stood.usual(window);
            for (double aside : ASIDE) {
                double threshold = usual + aside * spread;
                double weight = 1.0 / (ASIDE.length * window.last());
                boolean yes = direction * (track.error(origin) - aside * spread) > 0;
                regression.add(row(stood, origin, window, threshold, spread), yes, weight);
                cases++;
                independent += weight;
            }
        }
    }

    private double[] row(Standpoint stood, int origin, Window window, double threshold, double spread) {
        int direction = evidence.question().direction();
        double[] row = new double[columns()];
        row[0] = 1;
        for (Factor factor : Factor.values()) {
            row[factor.column()] = Factor.score(factor.reach(stood, window, threshold), direction, spread);
        }
        for (int d = 0; d < drivers.size(); d++) {
            row[1 + Factor.values().length + d] = direction * drivers.get(d).move(origin);
        }
        return row;
    }

    /**
     * The thoughts on whether a window meets a threshold.
     *
     * @param stood where the window is seen from
     * @param threshold on the scale of there
     * @param scenarioShift how far the scenario carries the target, on the same scale
     */
    Thoughts thoughts(Standpoint stood, Window window, double threshold, double scenarioShift) {
        Track track = evidence.track(window);
        double spread = track.spread(month);
        double[] row = row(stood, month, window, threshold, spread);
        double scenario = Factor.score(scenarioShift, evidence.question().direction(), spread);
        double[] moved = row.clone();
        moved[Factor.LEVEL.column()] += scenario;
        LogisticRegression.Posterior posterior = own.computeIfAbsent(window, this::own);
        double known = track.independent(month);
        double belief = posterior.caution(moved) * known / (known + DOUBT);
        return new Thoughts(row, scenario, posterior, new ArrayList<>(drivers), belief, known);
    }

    int cases() {
        return cases;
    }

    /** How many of them there would be if none shared a month with another. */
    double independent() {
        return independent;
    }
}
