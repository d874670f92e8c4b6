package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Above;
import io.futureos.studio.engine.ScenarioComparison.AssumptionChange;
import io.futureos.studio.engine.ScenarioComparison.Flip;
import io.futureos.studio.engine.ScenarioComparison.Pair;
import io.futureos.studio.engine.ScenarioComparison.Settling;
import io.futureos.studio.engine.ScenarioComparison.Spread;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A scenario held against the first one, as words and figures that know where they came from. */
record Versus(Findings findings, Pair pair, Origin origin) {

    private static final int EITHER = -1;
    private static final Origin COMPARISON = Origin.of(Kind.COMPARISON);

    /** None where nobody compared the scenarios. */
    static List<Versus> all(Findings findings) {
        ScenarioComparison comparison = findings.request().comparison();
        List<Pair> pairs = comparison == null ? List.of() : comparison.pairs();
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new Versus(findings, pairs.get(i), COMPARISON.at("pairs", i)))
                .toList();
    }

    /** What would bring the answer of the scenario at a place to even odds. */
    static Optional<Turn> ofAnswer(Findings findings, int place) {
        ScenarioComparison comparison = findings.request().comparison();
        Flip flip =
                comparison == null ? null : comparison.standings().get(place).flip();
        return Optional.ofNullable(flip)
                .map(found -> new Turn(findings, found, COMPARISON.at("standings", place, "flip"), place));
    }

    Phrase name() {
        return findings.results().get(pair.scenario()).name();
    }

    /** Whether replicate met replicate with the same luck, so that there is a difference to tell. */
    boolean isPaired() {
        return pair.paired() && pair.difference() != null && pair.above() != null;
    }

    /** The difference, its 90 per cent interval, how likely the scenario is above, and whether that is settled. */
    List<Phrase> row() {
        Spread difference = pair.difference();
        Above above = pair.above();
        if (difference == null || above == null) {
            throw new IllegalStateException("There is no difference at " + origin);
        }
        return List.of(
                name(),
                figure(difference.median(), "median").differenceIn(findings.unit()),
                Phrase.say(
                        "{} to {}",
                        figure(difference.low90(), "low90").changeIn(findings.unit()),
                        figure(difference.high90(), "high90").changeIn(findings.unit())),
                Figure.at(above.probability(), origin.at("above", "probability"))
                        .probability(),
                settled(above.side(), origin.at("above", "side")));
    }

    private Figure figure(double value, String field) {
        return Figure.at(value, origin.at("difference", field));
    }

    private static Phrase settled(Settling side, Origin origin) {
        if (side.settled()) {
            return Phrase.say("yes");
        }
        Long more = side.moreReplicates();
        return more == null
                ? Phrase.say("no, and no number of replicates would do")
                : Phrase.say(
                        "no; about {} more replicates would do",
                        Figure.at(more, origin.at("more_replicates")).count());
    }

    /** Whether either may be above because nobody knows the effects well enough. */
    boolean isEffectUncertain() {
        Above above = pair.above();
        return above != null && above.effectUncertain();
    }

    /** What would make both equal. */
    Optional<Turn> turn() {
        return Optional.ofNullable(pair.flip()).map(flip -> new Turn(findings, flip, origin.at("flip"), EITHER));
    }

    List<Phrase> notes() {
        return IntStream.range(0, pair.notes().size())
                .mapToObj(i -> Phrase.quoted(pair.notes().get(i), origin.at("notes", i)))
                .toList();
    }

    /**
     * What turns a conclusion.
     *
     * @param about the scenario whose conclusion it is, which goes without saying; -1 if it is one about two
     */
    record Turn(Findings findings, Flip flip, Origin origin, int about) {

        /** Whether no move of the months to come is large enough, whatever is assumed. */
        boolean isOutOfReach() {
            return flip.needed() == null;
        }

        /** The smallest change of one assumption. */
        Optional<Phrase> smallest() {
            return flip.changes().isEmpty() ? Optional.empty() : Optional.of(change(0));
        }

        /** The smallest change of one variable's value in the scenario at a place. */
        Optional<Phrase> ofValue(String variable, int scenario) {
            return IntStream.range(0, flip.changes().size())
                    .filter(i -> isValueOf(flip.changes().get(i), variable, scenario))
                    .mapToObj(this::change)
                    .findFirst();
        }

        private static boolean isValueOf(AssumptionChange change, String variable, int scenario) {
            Integer place = change.scenario();
            return change.variable().equals(variable)
                    && change.kind().equals("value")
                    && place != null
                    && place == scenario;
        }

        private Phrase change(int at) {
            AssumptionChange change = flip.changes().get(at);
            Origin place = origin.at("changes", at);
            Phrase label = findings.label(change.variable());
            if (change.kind().equals("effect")) {
                return Phrase.say(
                        "an effect of {} of {} instead of {}",
                        label,
                        Figure.at(change.to(), place.at("to")).plain(),
                        Figure.at(change.from(), place.at("from")).plain());
            }
            Integer scenario = change.scenario();
            return Phrase.say(
                    "{} at {} instead of {}{}",
                    label,
                    findings.valueOf(change.variable(), change.to(), place.at("to")),
                    findings.valueOf(change.variable(), change.from(), place.at("from")),
                    scenario == null || scenario == about
                            ? Phrase.nothing()
                            : Phrase.say(
                                    " in \"{}\"",
                                    findings.results().get(scenario).name()));
        }
    }
}
