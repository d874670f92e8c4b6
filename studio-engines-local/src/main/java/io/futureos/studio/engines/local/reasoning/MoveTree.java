package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Monte Carlo tree search by upper confidence bounds (Kocsis and Szepesvari, "Bandit based Monte-Carlo planning", 2006) over
 * sequences of moves. Each move is three choices, one below the other: which lever, when, how far; so few rollouts tell the
 * branches apart that one wide choice would not. What lies below a new node is chosen by chance, which is the seed's.
 */
final class MoveTree {

    /** Balances branches that were good against branches that were seldom tried; rewards are from 0 to 1. */
    private static final double CURIOSITY = 0.7;

    private static final int MOST_MOVES = 2;
    private static final double[] FRACTIONS = {0.25, 0.5, 1};
    private static final int MOMENTS = 3;

    /** How many turns may end at sequences that are known already before a search gives up. */
    private static final int IDLE_TURNS = 40;

    private final List<Lever> levers;
    private final SimulationEngine.Request scenario;
    private final int months;
    private final CounterRandom random;
    private final Rollouts rollouts;
    private final ToDoubleBiFunction<Double, Double> reward;
    private final Node root = new Node(new Sequence(List.of(), 0, null, 0));
    private long draws;

    /** @param reward of a probability that is reached at a cost */
    MoveTree(
            List<Lever> levers,
            SimulationEngine.Request scenario,
            int months,
            CounterRandom random,
            Rollouts rollouts,
            ToDoubleBiFunction<Double, Double> reward) {
        this.levers = levers;
        this.scenario = scenario;
        this.months = months;
        this.random = random;
        this.rollouts = rollouts;
        this.reward = reward;
    }

    /**
     * Moves that are made, and the choices of the next one that were made so far.
     *
     * @param lever of the next move; null if none was chosen
     * @param tick of the next move; 0 if none was chosen
     */
    private record Sequence(
            List<Move> moves, double cost, @Nullable Lever lever, int tick) {

        boolean isBetweenMoves() {
            return lever == null;
        }
    }

    private static final class Node {
        private final Sequence at;
        private @Nullable List<Node> children;
        private int visits;
        private double total;

        Node(Sequence at) {
            this.at = at;
        }
    }

    /** Tries sequences until so many new ones were simulated, or there seem to be no more. */
    void search(int newOnes) {
        int until = rollouts.done() + newOnes;
        for (int idle = 0; idle < IDLE_TURNS && rollouts.isLeft() && rollouts.done() < until; ) {
            int before = rollouts.done();
            turn();
            idle = rollouts.done() > before ? 0 : idle + 1;
        }
    }

    private void turn() {
        List<Node> path = new ArrayList<>(List.of(root));
        Node node = root;
        while (node.visits > 0 || node == root) {
            List<Node> children = children(node);
            if (children.isEmpty()) {
                break;
            }
            node = chosen(node, children);
            path.add(node);
        }
        Sequence end = completed(node.at);
        double gained = reward.applyAsDouble(rollouts.after(end.moves, end.cost).probability(), end.cost);
        for (Node passed : path) {
            passed.visits++;
            passed.total += gained;
        }
    }

    private List<Node> children(Node node) {
        List<Node> children = node.children;
        if (children == null) {
            children = next(node.at).stream().map(Node::new).toList();
            node.children = children;
        }
        return children;
    }

    private Node chosen(Node node, List<Node> children) {
        List<Node> untried =
                children.stream().filter(child -> child.visits == 0).toList();
        if (!untried.isEmpty()) {
            return untried.get(random.below(draws++, untried.size()));
        }
        Node best = children.get(0);
        for (Node child : children) {
            best = bound(child, node.visits) > bound(best, node.visits) ? child : best;
        }
        return best;
    }

    private static double bound(Node child, int visits) {
        return child.total / child.visits + CURIOSITY * Math.sqrt(StrictMath.log(visits) / child.visits);
    }

    /** Everything that can be chosen next. */
    private List<Sequence> next(Sequence at) {
        List<Sequence> next = new ArrayList<>();
        Lever lever = at.lever;
        if (lever == null) {
            int moved = at.moves.size();
            for (Lever free : moved < MOST_MOVES ? levers : List.<Lever>of()) {
                if (at.moves.stream().noneMatch(move -> move.variable().equals(free.name()))) {
                    next.add(new Sequence(at.moves, at.cost, free, 0));
                }
            }
        } else if (at.tick == 0) {
            int earliest =
                    at.moves.isEmpty() ? 1 : at.moves.get(at.moves.size() - 1).tick();
            for (int moment = 0; moment < MOMENTS; moment++) {
                int tick = 1 + moment * months / MOMENTS;
                boolean isAnother = next.isEmpty() || next.get(next.size() - 1).tick() < tick;
                if (tick >= earliest && isAnother) {
                    next.add(new Sequence(at.moves, at.cost, lever, tick));
                }
            }
        } else {
            for (double fraction : FRACTIONS) {
                next.add(moved(at, lever, fraction));
            }
        }
        return next;
    }

    private Sequence moved(Sequence at, Lever lever, double fraction) {
        Move move = lever.move(at.tick, fraction, scenario);
        List<Move> moves = new ArrayList<>(at.moves);
        moves.add(move);
        return new Sequence(List.copyOf(moves), at.cost + lever.cost(move), null, 0);
    }

    /** A begun move is finished by chance; another is not begun. */
    private Sequence completed(Sequence at) {
        Sequence end = at;
        while (!end.isBetweenMoves()) {
            List<Sequence> next = next(end);
            end = next.get(random.below(draws++, next.size()));
        }
        return end;
    }
}
