package io.futureos.studio.engines.local.explain;

import static java.util.Comparator.comparingDouble;

import io.futureos.studio.engine.EnsembleAggregator.MemberWeight;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.Reasoner.Line;
import io.futureos.studio.engine.Reasoner.Move;
import io.futureos.studio.engine.Reasoner.Reasoning;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.Origin.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a reasoner said about a scenario, as words and figures that know where they came from. */
record Argued(Findings findings, Result result, ReasonerMember member, Origin origin) {

    static List<Argued> all(Findings findings, Result result) {
        List<ReasonerMember> members = result.scenario().reasonings();
        Origin said = Origin.of(Kind.REASONING, result.scenario().name());
        return IntStream.range(0, members.size())
                .mapToObj(i -> new Argued(findings, result, members.get(i), said.at(i)))
                .toList();
    }

    private Reasoning reasoning() {
        return member.reasoning();
    }

    Phrase name() {
        return Phrase.quoted(member.name(), origin.at("name"));
    }

    Figure probability() {
        return Figure.at(reasoning().probability(), origin.at("reasoning", "probability"));
    }

    /** What it counts for in the forecast; empty if the forecast does not name it. */
    Optional<Phrase> weight() {
        return place().map(place -> result.weight(place).percent());
    }

    /** Why it counts for that. */
    Optional<Phrase> standing() {
        return place().map(place -> Phrase.quoted(
                        result.member(place).reason(), result.pooled().at("members", place, "reason"))
                .capital());
    }

    private Optional<Integer> place() {
        List<MemberWeight> members = result.forecast().members();
        return IntStream.range(0, members.size())
                .boxed()
                .filter(i -> members.get(i).name().equals(member.name()))
                .findFirst();
    }

    /** Its first reasons, which are its best. */
    List<Phrase> reasons(int most) {
        return IntStream.range(0, Math.min(most, reasoning().reasons().size()))
                .mapToObj(i -> Phrase.quoted(reasoning().reasons().get(i), origin.at("reasoning", "reasons", i)))
                .toList();
    }

    List<Phrase> wouldChangeItsMind() {
        List<String> changes = reasoning().wouldChangeItsMind();
        return IntStream.range(0, changes.size())
                .mapToObj(i -> Phrase.quoted(changes.get(i), origin.at("reasoning", "would_change_its_mind", i)))
                .toList();
    }

    /**
     * A line that takes the answer to the other side of even odds.
     *
     * @param before the probability without its moves
     * @param after the probability with them
     */
    record Turning(Phrase moves, Figure before, Figure after) {}

    /** The cheapest of its lines that does so. */
    Optional<Turning> turning() {
        List<Line> lines = reasoning().lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).before() >= 0.5 != lines.get(i).after() >= 0.5)
                .boxed()
                .min(comparingDouble(i -> lines.get(i).cost()))
                .map(i -> turning(lines.get(i), origin.at("reasoning", "lines", i)));
    }

    private Turning turning(Line line, Origin place) {
        return new Turning(
                moves(line, place),
                Figure.at(line.before(), place.at("before")),
                Figure.at(line.after(), place.at("after")));
    }

    /**
     * A move of one variable that was tried alone.
     *
     * @param name what is moved, and from when on
     * @param from what is assumed without it
     * @param to where it is moved
     */
    record Trial(Move move, Phrase name, Phrase from, Phrase to, Figure before, Figure after) {}

    /** Its lines of a single move, in its order. */
    List<Trial> trials() {
        List<Line> lines = reasoning().lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).moves().size() == 1)
                .mapToObj(i -> trial(lines.get(i), origin.at("reasoning", "lines", i)))
                .toList();
    }

    private Trial trial(Line line, Origin place) {
        Move move = line.moves().get(0);
        Origin moved = place.at("moves", 0);
        return new Trial(
                move,
                Phrase.say(
                        "{} from {} on", findings.label(move.variable()), result.month(move.tick(), moved.at("tick"))),
                findings.valueOf(move.variable(), move.from(), moved.at("from")),
                findings.valueOf(move.variable(), move.to(), moved.at("to")),
                Figure.at(line.before(), place.at("before")),
                Figure.at(line.after(), place.at("after")));
    }

    /** A row for each line: what is moved, the probability before and after, and the cost. */
    List<List<Phrase>> lines() {
        return IntStream.range(0, reasoning().lines().size())
                .mapToObj(i -> row(reasoning().lines().get(i), origin.at("reasoning", "lines", i)))
                .toList();
    }

    private List<Phrase> row(Line line, Origin place) {
        return List.of(
                moves(line, place).capital(),
                Figure.at(line.before(), place.at("before")).probability(),
                Figure.at(line.after(), place.at("after")).probability(),
                Figure.at(line.cost(), place.at("cost")).percent());
    }

    private Phrase moves(Line line, Origin place) {
        return Phrase.join(
                ", then ",
                IntStream.range(0, line.moves().size())
                        .mapToObj(i -> moved(line.moves().get(i), place.at("moves", i)))
                        .toList());
    }

    private Phrase moved(Move move, Origin place) {
        return Phrase.say(
                "{} from {} to {} from {} on",
                findings.label(move.variable()),
                findings.valueOf(move.variable(), move.from(), place.at("from")),
                findings.valueOf(move.variable(), move.to(), place.at("to")),
                result.month(move.tick(), place.at("tick")));
    }
}
