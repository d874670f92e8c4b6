package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.series.Significant;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenario simulated with moves on top, each sequence once and no more than a budget of them. All meet the same luck
 * (common random numbers), so that two probabilities differ by what was moved and by nothing else.
 */
final class Rollouts {

    /** Enough to tell which way a move leads; the forecast itself rests on the full run. */
    private static final int MOST_REPLICATES = 40;

    private final SimulationEngine simulation;
    private final Question question;
    private final SimulationEngine.Request scenario;
    private final PartOfProgress progress;
    private final double began;
    private final int budget;
    private final Map<List<Move>, Rollout> done = new LinkedHashMap<>();

    /**
     * What came of a sequence.
     *
     * @param mean of the target over all futures and the months asked about
     */
    record Rollout(double probability, double cost, double mean, int met, int futures) {}

    /** @param began how much of the progress is behind when the first one starts */
    Rollouts(
            SimulationEngine simulation,
            Question question,
            SimulationEngine.Request scenario,
            PartOfProgress progress,
            double began,
            int budget) {
        this.simulation = simulation;
        this.question = question;
        this.scenario = scenario;
        this.progress = progress;
        this.began = began;
        this.budget = budget;
    }

    /** Whether the budget allows another sequence. */
    boolean isLeft() {
        return done.size() < budget;
    }

    int done() {
        return done.size();
    }

    int budget() {
        return budget;
    }

    /** What comes without any move. */
    Rollout unmoved() {
        return after(List.of(), 0);
    }

    double before() {
        return unmoved().probability();
    }

    /** What comes after moves that together cost so much. */
    Rollout after(List<Move> moves, double cost) {
        Rollout known = done.get(moves);
        if (known == null) {
            known = simulated(moves, cost);
            done.put(List.copyOf(moves), known);
        }
        return known;
    }

    /** Everything that was tried, in the order of trying. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        done.forEach((moves, rollout) -> {
            if (!moves.isEmpty()) {
                lines.add(new Line(
                        moves,
                        Significant.six(before()),
                        Significant.six(rollout.probability()),
                        Significant.six(rollout.cost())));
            }
        });
        return lines;
    }

    private Rollout simulated(List<Move> moves, double cost) {
        progress.part(began + (1 - began) * done.size() / budget, began + (1 - began) * (done.size() + 1) / budget);
        SimulationRun run = simulation.start(with(moves), progress);
        while (run.tick() < question.window().last()) {
            run.step(progress);
        }
        Outcome outcome = run.outcome();
        if (outcome == null || outcome.paths().isEmpty()) {
            throw new EngineException("not_simulated", "The simulation brought no futures to search in.");
        }
        int met = 0;
        double sum = 0;
        for (List<Double> path : outcome.paths()) {
            met += question.isMetBy(ahead -> path.get(ahead - 1)) ? 1 : 0;
            sum += path.stream().mapToDouble(value -> value).average().orElse(0);
        }
        int futures = outcome.paths().size();
        return new Rollout((met + 0.5) / (futures + 1), cost, sum / futures, met, futures);
    }

    private SimulationEngine.Request with(List<Move> moves) {
        Map<String, Object> overrides = new LinkedHashMap<>(scenario.variableOverrides());
        List<Shock> shocks = new ArrayList<>(scenario.shocks());
        for (Move move : moves) {
            boolean fromTheStart = move.tick() == 1
                    && shocks.stream().noneMatch(shock -> shock.variable().equals(move.variable()));
            if (fromTheStart) {
                overrides.put(move.variable(), move.to());
            } else {
                shocks.add(new Shock(move.tick(), move.variable(), move.to() - move.from()));
            }
        }
        Map<String, Object> config = new LinkedHashMap<>(scenario.config());
        if (!(config.get("replicates") instanceof Number given && given.doubleValue() < MOST_REPLICATES)) {
            config.put("replicates", (long) MOST_REPLICATES);
        }
        return new SimulationEngine.Request(
                scenario.task(),
                scenario.data(),
                scenario.population(),
                overrides,
                scenario.populationAdjustments(),
                shocks,
                config,
                scenario.horizon(),
                scenario.seed());
    }
}
