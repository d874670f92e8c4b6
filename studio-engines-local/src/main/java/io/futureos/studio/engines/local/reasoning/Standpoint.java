package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Scale;

/**
 * A series as somebody saw it at the end of a month: where it stands, what its seasons are, and how it was moving. All
 * figures are on the scale that fitted then.
 */
final class Standpoint {

    /** Fewer known months than this say nothing. */
    static final int LEAST_MONTHS = 6;

    private static final int RECENT = 3;
    private static final int YEAR = 12;

    /** A calendar month's season counts as if it had been seen once more, and been nothing. */
    private static final double SEASON_PRIOR = 1;

    private final Scale scale;
    private final int first;
    private final double[] plain;
    private final double[] seasons;
    private final int[] recent;
    private final double step;

    Standpoint(Variable variable, MonthlySeries known) {
        this.scale = Scale.fitting(variable, known);
        this.first = known.first();
        double[] scaled = scale.forward(known);
        this.seasons = seasons(scaled, first);
        this.plain = scaled;
        for (int i = 0; i < plain.length; i++) {
            plain[i] -= seasons[Months.calendarMonth(first + i)];
        }
        this.recent = recent(plain);
        this.step = step(plain, scale);
    }

    /** By calendar month, how far it usually is from the twelve months around it. */
    private static double[] seasons(double[] scaled, int first) {
        double[] sums = new double[YEAR];
        int[] counts = new int[YEAR];
        for (int i = YEAR / 2; i + YEAR / 2 <= scaled.length; i++) {
            double mean = mean(scaled, i - YEAR / 2, i + YEAR / 2, YEAR - 2);
            if (!Double.isNaN(scaled[i] - mean)) {
                sums[Months.calendarMonth(first + i)] += scaled[i] - mean;
                counts[Months.calendarMonth(first + i)]++;
            }
        }
        double[] seasons = new double[YEAR];
        double all = 0;
        for (int month = 0; month < YEAR; month++) {
            if (counts[month] == 0) {
                return new double[YEAR];
            }
            seasons[month] = sums[month] / (counts[month] + SEASON_PRIOR);
            all += seasons[month] / YEAR;
        }
        for (int month = 0; month < YEAR; month++) {
            seasons[month] -= all;
        }
        return seasons;
    }

    /** The mean of what is known from {@code from} up to before {@code to}; NaN if fewer than {@code least} are. */
    private static double mean(double[] values, int from, int to, int least) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, from); i < Math.min(values.length, to); i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                count++;
            }
        }
        return count < least ? Double.NaN : sum / count;
    }

    /** The places of the latest known months, newest first. */
    private static int[] recent(double[] values) {
        int[] places = new int[RECENT];
        int count = 0;
        for (int i = values.length - 1; i >= 0 && count < RECENT; i--) {
            if (!Double.isNaN(values[i]) && (count == 0 || places[0] - i < 2 * RECENT)) {
                places[count++] = i;
            }
        }
        return java.util.Arrays.copyOf(places, count);
    }

    /** The root mean square of changes from one month to the next. */
    private static double step(double[] values, Scale scale) {
        double squares = 0;
        int count = 0;
        for (int i = 1; i < values.length; i++) {
            double change = values[i] - values[i - 1];
            if (!Double.isNaN(change)) {
                squares += change * change;
                count++;
            }
        }
        return Math.max(scale.floor(), count == 0 ? 1 : Math.sqrt(squares / count));
    }

    Scale scale() {
        return scale;
    }

    int monthOf(int place) {
        return first + place;
    }

    /** The oldest and the newest of the months that count as recent. */
    int recentFrom() {
        return first + recent[recent.length - 1];
    }

    int recentTo() {
        return first + recent[0];
    }

    /** The mean of the last three months without their seasons. */
    double level() {
        double sum = 0;
        for (int place : recent) {
            sum += plain[place];
        }
        return sum / recent.length;
    }

    /** What the seasons of the months ahead add on average. */
    double season(Window window) {
        double sum = 0;
        int at = first + plain.length - 1;
        for (int ahead = window.first(); ahead <= window.last(); ahead++) {
            sum += seasons[Months.calendarMonth(at + ahead)];
        }
        return sum / (window.last() - window.first() + 1);
    }

    /** Where the window would be if nothing but the season changed. */
    double usual(Window window) {
        return level() + season(window);
    }

    /** How far the last three months are from the same ones a year before; 0 if those are not known. */
    double yearPace() {
        double sum = 0;
        int count = 0;
        for (int place : recent) {
            if (place >= YEAR && !Double.isNaN(plain[place - YEAR])) {
                sum += plain[place] - plain[place - YEAR];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** By how much a month the last three months are above the three before them; 0 if those are not known. */
    double latePace() {
        int newest = recent[0];
        double before = mean(plain, newest - 2 * RECENT + 1, newest - RECENT + 1, 1);
        return Double.isNaN(before) ? 0 : (level() - before) / RECENT;
    }

    /** How far the last month is off the two before it; 0 if those are not known. */
    double lastMonth() {
        double before = mean(plain, recent[0] - RECENT + 1, recent[0], 1);
        return Double.isNaN(before) ? 0 : plain[recent[0]] - before;
    }

    /** The mean of the last twelve months; of those of them that are known. */
    double yearMean() {
        return mean(plain, Math.max(0, recent[0] - YEAR + 1), recent[0] + 1, 1);
    }

    /** How much months usually differ from the ones before. */
    double step() {
        return step;
    }
}
