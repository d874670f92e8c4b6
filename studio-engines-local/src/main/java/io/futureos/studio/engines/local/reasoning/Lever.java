package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.series.Significant;
import io.futureos.studio.model.Shock;

/**
 * A variable that can be moved in one direction.
 *
 * @param from where the scenario has it from the first month on
 * @param direction 1 for up, -1 for down
 * @param range from its smallest to its largest sensible value
 * @param room how far it can go that way
 */
record Lever(Variable variable, double from, int direction, double range, double room) {

    String name() {
        return variable.name();
    }

    /** A move by a fraction of the room, from what the scenario has at that tick. */
    Move move(int tick, double fraction, SimulationEngine.Request scenario) {
        double there = bounded(from + shocked(tick, scenario));
        double to = bounded(Significant.six(there + direction * fraction * room));
        return new Move(tick, name(), there, to);
    }

    private double shocked(int tick, SimulationEngine.Request scenario) {
        double sum = 0;
        for (Shock shock : scenario.shocks()) {
            sum += shock.variable().equals(name()) && shock.tick() <= tick ? shock.magnitude() : 0;
        }
        return sum;
    }

    private double bounded(double value) {
        Double minimum = variable.minimum();
        Double maximum = variable.maximum();
        double atLeast = minimum == null ? value : Math.max(minimum, value);
        return maximum == null ? atLeast : Math.min(maximum, atLeast);
    }

    /** What a move costs: how far it goes as a fraction of the range. */
    double cost(Move move) {
        return Math.abs(move.to() - move.from()) / range;
    }
}
