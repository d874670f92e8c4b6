package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a tree search found, in words. */
final class TreeWords {

    private final Evidence evidence;
    private final Levers levers;
    private final LineSearch search;
    private final Rollouts rollouts;

    TreeWords(Evidence evidence, Levers levers, LineSearch search, Rollouts rollouts) {
        this.evidence = evidence;
        this.levers = levers;
        this.search = search;
        this.rollouts = rollouts;
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        Rollouts.Rollout unmoved = rollouts.unmoved();
        reasons.add(Figures.text(
                "In %d of %d simulated futures of this scenario the answer is yes, that is %s; all rollouts meet the same luck,"
                        + " calibrated to %s.",
                unmoved.met(),
                unmoved.futures(),
                Figures.probability(unmoved.probability()),
                evidence.wholeReference()));
        if (levers.levers().isEmpty()) {
            reasons.add(
                    "Neither the causal graph nor the scenario names anything that could be moved, so nothing was tried.");
        } else {
            reasons.add(Figures.text(
                    "%d sequences were simulated. The probability is an average: half of the weight is on nothing being moved,"
                            + " the other half evenly on each of %d levers moving by a fifth of its range at once.",
                    rollouts.done(), levers.levers().size()));
        }
        search.mostConsequential().ifPresent(line -> reasons.add("Most consequential: if " + sentence(line) + "."));
        if (search.cheapestFlip().isEmpty()) {
            reasons.add("Nothing that was tried turns the answer.");
        }
        idle().ifPresent(reasons::add);
        if (!levers.withoutRange().isEmpty()) {
            reasons.add("Not searched, since neither bounds nor history say how far it can go: "
                    + String.join(", ", levers.withoutRange()) + ".");
        }
        return reasons;
    }

    private Optional<String> idle() {
        List<String> names = levers.levers().stream()
                .map(Lever::name)
                .distinct()
                .filter(name ->
                        search.moving().stream().noneMatch(lever -> lever.name().equals(name)))
                .map(this::label)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Moving it changes nothing in the simulation: " + String.join(", ", names) + ".");
    }

    List<String> changes() {
        return search.cheapestFlip()
                .or(search::mostConsequential)
                .map(line -> List.of("If " + sentence(line)
                        + (search.cheapestFlip().isEmpty()
                                ? "."
                                : ": the cheapest that was found to turn the answer.")))
                .orElse(List.of("Nothing that can be simulated would change it."));
    }

    private String sentence(Line line) {
        String moves = line.moves().stream().map(this::moved).collect(Collectors.joining(", and "));
        return Figures.text(
                "%s, the probability goes from %s to %s, at a cost of %.0f %% of %s",
                moves,
                Figures.probability(line.before()),
                Figures.probability(line.after()),
                100 * line.cost(),
                line.moves().size() == 1 ? "its range" : "their ranges together");
    }

    private String moved(Move move) {
        Optional<Variable> variable = variable(move.variable());
        String from = variable.map(known -> Figures.of(known, move.from())).orElse("");
        String to = variable.map(known -> Figures.of(known, move.to())).orElse("");
        return "\"" + label(move.variable()) + "\" goes from " + from + " to " + to + " in "
                + Figures.month(evidence.question().asOf() + move.tick());
    }

    private String label(String name) {
        return variable(name).map(Variable::label).orElse(name);
    }

    private Optional<Variable> variable(String name) {
        return evidence.request().scenario().data().variable(name);
    }
}
