package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engines.local.reasoning.PastQuestions.PastQuestion;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Argues for and against from the same evidence. Each argument is a trait that today shares with some past situations, with
 * the ratio of how often it went before a yes to how often before a no; the two sides rank theirs, and a stated rule judges
 * ({@code Hearing}). Stateless and deterministic.
 */
public final class Debate implements Reasoner {

    private static final int NAMED = 3;

    private final TableSource tables;

    public Debate() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public Debate(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local debate", "1");
    }

    @Override
    public Reasoning reason(Request request, EngineContext context) {
        context.progress("Reading the evidence", 0);
        Evidence evidence = Evidence.read(request, tables, context);
        return Deliberation.on(evidence, asked -> answer(evidence, asked), () -> open(evidence), context);
    }

    private static double answer(Evidence evidence, PastQuestion asked) {
        Standpoint stood = evidence.standpoints().at(asked.origin());
        double climb = stood.scale().forward(asked.threshold()) - stood.usual(asked.window());
        return new Hearing(evidence, asked.origin(), asked.window(), climb).probability(stood, asked.origin());
    }

    private static Answer open(Evidence evidence) {
        Question question = evidence.question();
        Hearing hearing = hearing(evidence, question, evidence.now());
        double probability = hearing.probability(evidence.now(), question.asOf());
        return new Answer(probability, reasons(evidence, hearing), changes(evidence, hearing, probability));
    }

    private static Hearing hearing(Evidence evidence, Question question, Standpoint stood) {
        Window window = question.window();
        double climb = stood.scale().forward(question.threshold())
                - stood.usual(window)
                - evidence.scenarioShift(stood, window);
        return new Hearing(evidence, evidence.question().asOf(), window, climb);
    }

    private static double ifNextIs(Evidence evidence, double figure) {
        Question next = evidence.question().withNext(figure);
        double settled = next.settled();
        if (!Double.isNaN(settled)) {
            return Answer.certain(settled);
        }
        Standpoint stood = new Standpoint(next.variable(), next.history());
        return hearing(evidence, next, stood)
                .probability(stood, evidence.question().asOf());
    }

    private static List<String> reasons(Evidence evidence, Hearing hearing) {
        List<Argument> arguments =
                hearing.arguments(evidence.now(), evidence.question().asOf());
        List<String> reasons = new ArrayList<>();
        reasons.add(opening(evidence, hearing));
        reasons.add(
                "The judge starts from how often it came to pass before, counts each side's strongest argument in full,"
                        + " its second by half, its third by a quarter and so on, since arguments from one series repeat each other,"
                        + " and adds up the logarithms of their ratios.");
        reasons.addAll(side("For", arguments.stream().filter(Argument::isFor).toList()));
        reasons.addAll(
                side("Against", arguments.stream().filter(Argument::isAgainst).toList()));
        return reasons;
    }

    private static String opening(Evidence evidence, Hearing hearing) {
        Question question = evidence.question();
        Standpoint now = evidence.now();
        double usual = now.scale().back(now.usual(question.window()));
        return Figures.text(
                "It takes a move from %s, where season and level put the months asked about, to %s, that is %s on the scale"
                        + " of %s%s. In %d of %d past situations such a move came to pass; they share months and count as"
                        + " %.1f %s.",
                Figures.of(question.variable(), usual),
                Figures.of(question.variable(), question.threshold()),
                Figures.signed(hearing.climb()),
                question.isShare() ? "log-odds" : "logarithms or spreads",
                evidence.request().effect().isEmpty() ? "" : " after what the scenario does",
                hearing.met(),
                hearing.situations(),
                hearing.independent(),
                evidence.wholeReference());
    }

    private static List<String> side(String name, List<Argument> ranked) {
        if (ranked.isEmpty()) {
            return List.of(name + ": nothing in the evidence.");
        }
        return ranked.stream()
                .limit(NAMED)
                .map(argument -> name + ": " + argument.text() + ".")
                .toList();
    }

    private static List<String> changes(Evidence evidence, Hearing hearing, double probability) {
        List<String> changes =
                new ArrayList<>(new NextMonth(evidence).changesOf(probability, next -> ifNextIs(evidence, next)));
        hearing.arguments(evidence.now(), evidence.question().asOf()).stream()
                .findFirst()
                .ifPresent(strongest -> changes.add(Figures.text(
                        "What would decide it: %s; were that the other way round, the probability would be %s instead of"
                                + " %s.",
                        strongest.trait(),
                        Figures.probability(hearing.probabilityWithout(
                                strongest, evidence.now(), evidence.question().asOf())),
                        Figures.probability(probability))));
        return changes;
    }
}
