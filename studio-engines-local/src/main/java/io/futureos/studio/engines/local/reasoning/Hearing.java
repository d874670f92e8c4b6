package io.futureos.studio.engines.local.reasoning;

import static java.util.Comparator.comparingDouble;

import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What past situations say about a move as large as the one that is asked about. A situation is every earlier month from
 * which the same window's outcome was known; it was met if the target went as far beyond what was usual then. Counts are
 * divided by how many situations share a month, and half a case is added to each side (Jeffreys' prior), so that few
 * situations say little.
 */
final class Hearing {

    private final Evidence evidence;
    private final double climb;
    private final int[] situations;
    private final boolean[] met;
    private final double overlap;
    private final int month;

    /** @param climb how far beyond the usual the threshold is, on the scale */
    Hearing(Evidence evidence, int month, Window window, double climb) {
        Track track = evidence.track(window);
        int direction = evidence.question().direction();
        this.evidence = evidence;
        this.month = month;
        this.climb = climb;
        this.situations = track.known(month);
        this.met = new boolean[situations.length];
        this.overlap = window.last();
        for (int i = 0; i < met.length; i++) {
            met[i] = direction * (track.error(situations[i]) - climb) > 0;
        }
    }

    double climb() {
        return climb;
    }

    int situations() {
        return situations.length;
    }

    int met() {
        int count = 0;
        for (boolean yes : met) {
            count += yes ? 1 : 0;
        }
        return count;
    }

    double independent() {
        return situations.length / overlap;
    }

    /** By the judge's rule, for what is seen at a standpoint; drivers as of {@code driversAt}. */
    double probability(Standpoint stood, int driversAt) {
        return judged(arguments(stood, driversAt));
    }

    /** What it would be if one argument were the other way round. */
    double probabilityWithout(Argument turned, Standpoint stood, int driversAt) {
        List<Argument> arguments = new ArrayList<>(arguments(stood, driversAt));
        arguments.replaceAll(argument -> argument.equals(turned) ? argument.turnedRound() : argument);
        return judged(ranked(arguments));
    }

    private double judged(List<Argument> ranked) {
        double logOdds = StrictMath.log((met() / overlap + 0.5) / ((situations.length - met()) / overlap + 0.5));
        double partFor = 1;
        double partAgainst = 1;
        for (Argument argument : ranked) {
            logOdds += argument.logRatio() * (argument.isFor() ? partFor : partAgainst);
            partFor = argument.isFor() ? partFor / 2 : partFor;
            partAgainst = argument.isAgainst() ? partAgainst / 2 : partAgainst;
        }
        return LogOdds.arguable(logOdds);
    }

    /** The strongest first. */
    List<Argument> arguments(Standpoint stood, int driversAt) {
        if (situations.length < 2) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        String recent = evidence.reference(stood.recentFrom(), stood.recentTo());
        add(
                arguments,
                "the level",
                recent,
                stood.level(),
                at -> evidence.standpoints().at(at).level());
        add(arguments, "the latest months' lead over the year's mean", recent, stood.level() - stood.yearMean(), at -> {
            Standpoint then = evidence.standpoints().at(at);
            return then.level() - then.yearMean();
        });
        add(
                arguments,
                "the pace of the year",
                recent,
                stood.yearPace(),
                at -> evidence.standpoints().at(at).yearPace());
        add(
                arguments,
                "the pace of late",
                recent,
                stood.latePace(),
                at -> evidence.standpoints().at(at).latePace());
        add(
                arguments,
                "the last month's lead over the two before it",
                recent,
                stood.lastMonth(),
                at -> evidence.standpoints().at(at).lastMonth());
        for (Driver driver : evidence.drivers(month)) {
            add(
                    arguments,
                    "the course of " + driver.variable().label(),
                    "[table " + driver.variable().table() + ", column "
                            + driver.variable().name() + ", to " + Months.text(driversAt) + "]",
                    driver.move(driversAt),
                    driver::move);
        }
        return ranked(arguments);
    }

    private static List<Argument> ranked(List<Argument> arguments) {
        return arguments.stream()
                .filter(argument -> argument.logRatio() != 0)
                .sorted(comparingDouble(argument -> -Math.abs(argument.logRatio())))
                .toList();
    }

    private void add(List<Argument> arguments, String what, String reference, double now, IntToDoubleFunction then) {
        double[] before = Arrays.stream(situations).mapToDouble(then).toArray();
        double[] sorted = before.clone();
        Arrays.sort(sorted);
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        boolean high = now > median;
        boolean[] shares = new boolean[before.length];
        int shared = 0;
        for (int i = 0; i < before.length; i++) {
            shares[i] = before[i] > median == high;
            shared += shares[i] ? 1 : 0;
        }
        if (shared == 0 || shared == before.length) {
            return;
        }
        arguments.add(argument(what + " is " + (high ? "above" : "at or below") + " its median", reference, shares));
    }

    private Argument argument(String trait, String reference, boolean[] shares) {
        int shared = 0;
        int metShared = 0;
        for (int i = 0; i < shares.length; i++) {
            shared += shares[i] ? 1 : 0;
            metShared += shares[i] && met[i] ? 1 : 0;
        }
        int others = shares.length - shared;
        int metOthers = met() - metShared;
        return new Argument(
                trait,
                reference,
                metShared,
                shared,
                metOthers,
                others,
                logRatio(metShared, shared - metShared),
                logRatio(metOthers, others - metOthers));
    }

    /** How much more often a trait went before a yes than before a no. */
    private double logRatio(int yes, int no) {
        double all = met() / overlap;
        double none = (situations.length - met()) / overlap;
        return StrictMath.log((yes / overlap + 0.5) / (all + 1)) - StrictMath.log((no / overlap + 0.5) / (none + 1));
    }
}
