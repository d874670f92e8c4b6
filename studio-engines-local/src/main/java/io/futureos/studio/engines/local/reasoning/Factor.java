package io.futureos.studio.engines.local.reasoning;

import java.util.List;

/**
 * A factor that every question about a series breaks down into. A score is how much it speaks for yes, in spreads of what the
 * usual was off by before; the prior says what a spread is worth in log-odds before anything was learnt: a normal
 * distribution has about the odds of a logistic one 1.7 times as steep, a trend is half believed (Gardner and McKenzie, "Forecasting
 * trends in time series", 1985, find that trends fade), a quarter of what months are off their year is thought to be noise, and a single
 * month is no news.
 */
enum Factor {
    LEVEL("the level", 1.7, 0.5) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.level() - threshold;
        }
    },
    SEASON("the season", 1.7, 0.5) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.season(window);
        }
    },
    YEAR_MEAN("the year", 0.4, 0.5) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.yearMean() - stood.level();
        }
    },
    YEAR_PACE("the pace of the year", 0.85, 0.5) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.yearPace() * Math.min(LONGEST_TREND, window.middle()) / 12;
        }
    },
    LATE_PACE("the pace of late", 0.4, 0.4) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.latePace() * Math.min(6, window.middle());
        }
    },
    LAST_MONTH("the last month", 0, 0.5) {
        @Override
        double reach(Standpoint stood, Window window, double threshold) {
            return stood.lastMonth();
        }
    };

    private static final List<Factor> ALL = List.of(values());
    private static final double LONGEST_TREND = 18;
    private static final double FARTHEST = 4;

    private final String label;
    private final double prior;
    private final double priorDeviation;

    Factor(String label, double prior, double priorDeviation) {
        this.label = label;
        this.prior = prior;
        this.priorDeviation = priorDeviation;
    }

    /** Its column in a regression whose first column is the intercept. */
    int column() {
        return 1 + ALL.indexOf(this);
    }

    String label() {
        return label;
    }

    double prior() {
        return prior;
    }

    double priorDeviation() {
        return priorDeviation;
    }

    /** How far it carries the target beyond the threshold, on the scale. */
    abstract double reach(Standpoint stood, Window window, double threshold);

    static double score(double reach, int direction, double spread) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, direction * reach / spread));
    }
}
