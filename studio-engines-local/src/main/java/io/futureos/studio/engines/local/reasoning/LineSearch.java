package io.futureos.studio.engines.local.reasoning;

import static java.util.Comparator.comparingDouble;

import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.random.CounterRandom;
import io.futureos.studio.engines.local.series.Significant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Spends a budget of rollouts: first on what may plausibly be moved, which also tells which levers move anything at all; then on
 * two trees, one after what changes the probability most and one after what turns the answer most cheaply; at last on making
 * the cheapest line cheaper.
 */
final class LineSearch {

    /** What may plausibly be moved: each lever by a fifth of its range. */
    static final double PLAUSIBLE = 0.2;

    /** The weight of nothing being moved; plausible moves share the rest evenly. */
    static final double UNMOVED = 0.5;

    private static final int HALVINGS = 4;
    private static final int MOST_LINES = 5;

    private final List<Lever> levers;
    private final Rollouts rollouts;
    private final SimulationEngine.Request scenario;
    private final int months;
    private final List<Lever> moving = new ArrayList<>();
    private double probability;

    LineSearch(List<Lever> levers, Rollouts rollouts, SimulationEngine.Request scenario, int months) {
        this.levers = levers;
        this.rollouts = rollouts;
        this.scenario = scenario;
        this.months = months;
    }

    void search() {
        probability = averageOverPlausibleMoves();
        if (moving.isEmpty()) {
            return;
        }
        CounterRandom random = new CounterRandom(scenario.seed()).branch(-7);
        double before = LogOdds.of(rollouts.before());
        int left = Math.max(0, rollouts.budget() - rollouts.done() - HALVINGS);
        new MoveTree(moving, scenario, months, random.branch(1), rollouts, (after, cost) -> consequence(before, after))
                .search(left / 2);
        new MoveTree(moving, scenario, months, random.branch(2), rollouts, (after, cost) -> flip(before, after, cost))
                .search(left - left / 2);
        cheapestFlip().ifPresent(this::makeCheaper);
    }

    private double averageOverPlausibleMoves() {
        Rollouts.Rollout unmoved = rollouts.unmoved();
        double sum = 0;
        int tried = 0;
        for (Lever lever : levers) {
            if (rollouts.isLeft()) {
                Move move = lever.move(1, Math.min(1, PLAUSIBLE * lever.range() / lever.room()), scenario);
                Rollouts.Rollout moved = rollouts.after(List.of(move), lever.cost(move));
                sum += moved.probability();
                tried++;
                if (moved.mean() != unmoved.mean()) {
                    moving.add(lever);
                }
            }
        }
        return tried == 0 ? unmoved.probability() : UNMOVED * unmoved.probability() + (1 - UNMOVED) * sum / tried;
    }

    private static double consequence(double before, double after) {
        double change = Math.abs(LogOdds.of(after) - before);
        return change / (1 + change);
    }

    /** More than a half for what turns the answer, the more the cheaper; else by how near it comes. */
    private static double flip(double before, double after, double cost) {
        if (turns(LogOdds.probability(before), after)) {
            return 1 - Math.min(1, cost) / 2;
        }
        double way = before == 0 ? 0 : 1 - LogOdds.of(after) / before;
        return Math.max(0, Math.min(1, way)) / 2;
    }

    static boolean turns(double before, double after) {
        return before >= 0.5 != after >= 0.5;
    }

    /** The line that turns the answer at the least cost. */
    Optional<Line> cheapestFlip() {
        return rollouts.lines().stream()
                .filter(line -> turns(line.before(), line.after()))
                .min(comparingDouble(Line::cost));
    }

    /** Halves the interval between no move, which does not turn the answer, and a line that does. */
    private void makeCheaper(Line line) {
        double stays = 0;
        double turns = 1;
        for (int i = 0; i < HALVINGS && rollouts.isLeft(); i++) {
            double part = (stays + turns) / 2;
            List<Move> shorter = line.moves().stream()
                    .map(move -> new Move(
                            move.tick(),
                            move.variable(),
                            move.from(),
                            Significant.six(move.from() + part * (move.to() - move.from()))))
                    .toList();
            double after = rollouts.after(shorter, part * line.cost()).probability();
            stays = turns(line.before(), after) ? stays : part;
            turns = turns(line.before(), after) ? part : turns;
        }
    }

    /** The simulation's probability, averaged over what may plausibly be moved. */
    double probability() {
        return probability;
    }

    /** The levers that move the target at all. */
    List<Lever> moving() {
        return List.copyOf(moving);
    }

    /** The line that changes the probability most. */
    Optional<Line> mostConsequential() {
        return byConsequence().stream().findFirst();
    }

    private List<Line> byConsequence() {
        return rollouts.lines().stream()
                .filter(line -> line.after() != line.before())
                .sorted(comparingDouble((Line line) -> -Math.abs(LogOdds.of(line.after()) - LogOdds.of(line.before())))
                        .thenComparing(Line::cost))
                .toList();
    }

    /** The cheapest that turns the answer, then of each combination of levers the most consequential one. */
    List<Line> best() {
        Set<List<String>> shown = new LinkedHashSet<>();
        List<Line> best = new ArrayList<>(cheapestFlip().stream().toList());
        for (Line line : byConsequence()) {
            List<String> levers = line.moves().stream()
                    .map(move -> move.variable() + (move.to() > move.from() ? " up" : " down"))
                    .sorted()
                    .toList();
            if (best.size() < MOST_LINES && !best.contains(line) && shown.add(levers)) {
                best.add(line);
            }
        }
        return best;
    }
}
