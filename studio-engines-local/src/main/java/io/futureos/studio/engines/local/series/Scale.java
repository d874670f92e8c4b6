package io.futureos.studio.engines.local.series;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.EngineException;

/**
 * A transformation on which a series may wander without leaving its range: log-odds for shares, logarithms for
 * quantities that are never negative, units of the series' own spread otherwise. Differences on the scale are of the
 * order of one whatever the unit.
 */
public final class Scale {

    private enum Kind {
        LOG_ODDS,
        LOG,
        LINEAR
    }

    /** How far beyond anything seen a forecast may go on the scale, so that no exponential overflows. */
    private static final double REACH = 10;

    /** The floor of a series that never moved, and the highest one of any. */
    private static final double STILL = 0.01;

    /** The floor of a series that moves, as a part of its mean step from month to month. */
    private static final double PART_OF_STEP = 0.1;

    private final Kind kind;
    private final double margin;
    private final Edges edges;
    private final double centre;
    private final double spread;
    private final double lowest;
    private final double highest;
    private final double floor;

    private Scale(
            Kind kind,
            double margin,
            Edges edges,
            double centre,
            double spread,
            double minimum,
            double maximum,
            Range seen,
            MonthlySeries known) {
        this.kind = kind;
        this.margin = margin;
        this.edges = edges;
        this.centre = centre;
        this.spread = spread;
        this.lowest = Math.max(minimum, seen.low);
        this.highest = Math.min(maximum, seen.high);
        this.floor = floor(forward(known));
    }

    private static double floor(double[] scaled) {
        double steps = 0;
        int count = 0;
        for (int i = 1; i < scaled.length; i++) {
            double step = Math.abs(scaled[i] - scaled[i - 1]);
            if (!Double.isNaN(step)) {
                steps += step;
                count++;
            }
        }
        return steps > 0 ? Math.min(STILL, PART_OF_STEP * steps / count) : STILL;
    }

    /**
     * The smallest standard deviation that a model may claim on the scale: a small part of what the series moves by from
     * one month to the next. Nothing is known more exactly.
     */
    public double floor() {
        return floor;
    }

    private record Range(double low, double high) {}

    /**
     * How far shares are drawn inwards, so that those of exactly 0 and 1 have log-odds and come back as what they were. A
     * series that never touched an edge is left alone.
     */
    private record Edges(double below, double above) {
        static final Edges UNTOUCHED = new Edges(0, 0);

        double inwards(double share) {
            return below + (1 - below - above) * share;
        }

        double outwards(double share) {
            return (share - below) / (1 - below - above);
        }
    }

    /**
     * The scale that fits the variable and what is known of it.
     *
     * @throws EngineException {@code share_out_of_range} if a share is not between 0 and 1
     */
    public static Scale fitting(Variable variable, MonthlySeries known) {
        double[] values = known.values();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        double inside = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                smallest = value > 0 ? Math.min(smallest, value) : smallest;
                double edge = Math.min(value, 1 - value);
                inside = edge > 0 ? Math.min(inside, edge) : inside;
            }
        }
        if (variable.unit().equals("share")) {
            return logOdds(variable, known, low, high, inside);
        }
        double minimum = orElse(variable.minimum(), Double.NEGATIVE_INFINITY);
        double maximum = orElse(variable.maximum(), Double.POSITIVE_INFINITY);
        if (low > 0 || (low >= 0 && minimum >= 0)) {
            double margin = low > 0 ? 0 : Double.isInfinite(smallest) ? 1 : smallest / 2;
            double top = (high + margin) * StrictMath.exp(REACH);
            return new Scale(
                    Kind.LOG, margin, Edges.UNTOUCHED, 0, 1, Math.max(0, minimum), maximum, new Range(0, top), known);
        }
        double spread = high > low ? (high - low) / 4 : Math.max(1, Math.abs(high)) / 10;
        double reach = REACH * 4 * spread;
        return new Scale(
                Kind.LINEAR,
                0,
                Edges.UNTOUCHED,
                low,
                spread,
                minimum,
                maximum,
                new Range(low - reach, high + reach),
                known);
    }

    private static Scale logOdds(Variable variable, MonthlySeries known, double low, double high, double inside) {
        if (low < 0 || high > 1) {
            throw new EngineException(
                    "share_out_of_range",
                    "The variable \"" + variable.name() + "\" is a share, a fraction from 0 to 1, but between "
                            + Months.text(known.first()) + " and " + Months.text(known.last()) + " it reaches "
                            + (low < 0 ? low : high) + "; correct the figure or give the variable another unit.");
        }
        double margin = Double.isInfinite(inside) ? 0.01 : Math.max(1e-4, Math.min(0.01, inside / 2));
        double minimum = orElse(variable.minimum(), 0);
        double maximum = orElse(variable.maximum(), 1);
        Edges edges = new Edges(low == 0 ? margin : 0, high == 1 ? margin : 0);
        return new Scale(Kind.LOG_ODDS, margin, edges, 0, 1, minimum, maximum, new Range(0, 1), known);
    }

    private static double orElse(@org.jspecify.annotations.Nullable Double bound, double otherwise) {
        return bound == null ? otherwise : bound;
    }

    /** From the variable's unit to the scale; NaN stays NaN. */
    public double forward(double value) {
        return switch (kind) {
            case LOG_ODDS -> {
                double inner = Math.min(1 - margin, Math.max(margin, edges.inwards(value)));
                yield StrictMath.log(inner / (1 - inner));
            }
            case LOG -> StrictMath.log(Math.max(Double.MIN_NORMAL, value + margin));
            case LINEAR -> (value - centre) / spread;
        };
    }

    /** A whole series on the scale. */
    public double[] forward(MonthlySeries series) {
        double[] values = series.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : forward(values[i]);
        }
        return values;
    }

    /** From the scale to the variable's unit, within the variable's bounds. */
    public double back(double scaled) {
        return clamp(
                switch (kind) {
                    case LOG_ODDS -> edges.outwards(1 / (1 + StrictMath.exp(-scaled)));
                    case LOG -> StrictMath.exp(scaled) - margin;
                    case LINEAR -> centre + spread * scaled;
                });
    }

    /** The value after a scenario's effect, which is in log-odds for a share and in logarithms otherwise. */
    public double shifted(double value, double effect) {
        return switch (kind) {
            case LOG_ODDS -> effect == 0 ? value : back(forward(value) + effect);
            case LOG, LINEAR -> clamp(value + Math.abs(value) * StrictMath.expm1(effect));
        };
    }

    private double clamp(double value) {
        return Math.min(highest, Math.max(lowest, value));
    }
}
