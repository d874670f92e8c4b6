package io.futureos.studio.engines.local.reasoning;

import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;

import io.futureos.studio.engine.CausalGraphEngine.Edge;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engines.local.reasoning.PastQuestions.PastQuestion;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Breaks the question down into factors (level, season, paces, last month, what the causal graph names, what the scenario
 * sets), scores each from the figures, and adds them up in log-odds. What a factor is worth is learnt from the series' own
 * past ({@code ThoughtModel}). Stateless and deterministic.
 */
public final class GraphOfThoughts implements Reasoner {

    private final TableSource tables;

    public GraphOfThoughts() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public GraphOfThoughts(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local graph of thoughts", "1");
    }

    @Override
    public Reasoning reason(Request request, EngineContext context) {
        context.progress("Reading the evidence", 0);
        Evidence evidence = Evidence.read(request, tables, context);
        Map<Integer, ThoughtModel> models = new LinkedHashMap<>();
        return Deliberation.on(
                evidence,
                asked -> answer(
                        evidence,
                        models.computeIfAbsent(asked.origin(), origin -> new ThoughtModel(evidence, origin)),
                        asked),
                () -> open(evidence),
                context);
    }

    private static double answer(Evidence evidence, ThoughtModel model, PastQuestion asked) {
        Standpoint stood = evidence.standpoints().at(asked.origin());
        double threshold = stood.scale().forward(asked.threshold());
        return model.thoughts(stood, asked.window(), threshold, 0).probability();
    }

    private static Answer open(Evidence evidence) {
        Question question = evidence.question();
        ThoughtModel model = new ThoughtModel(evidence, question.asOf());
        Thoughts thoughts = thoughts(evidence, model, question, evidence.now());
        double probability = thoughts.probability();
        return new Answer(
                probability,
                reasons(evidence, model, thoughts),
                new NextMonth(evidence).changesOf(probability, next -> ifNextIs(evidence, model, next)));
    }

    private static Thoughts thoughts(Evidence evidence, ThoughtModel model, Question question, Standpoint stood) {
        Window window = question.window();
        return model.thoughts(
                stood, window, stood.scale().forward(question.threshold()), evidence.scenarioShift(stood, window));
    }

    private static double ifNextIs(Evidence evidence, ThoughtModel model, double figure) {
        Question next = evidence.question().withNext(figure);
        double settled = next.settled();
        return Double.isNaN(settled)
                ? thoughts(evidence, model, next, new Standpoint(next.variable(), next.history()))
                        .probability()
                : Answer.certain(settled);
    }

    private static List<String> reasons(Evidence evidence, ThoughtModel model, Thoughts thoughts) {
        record Reason(double contribution, String text) {}
        List<Reason> found = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            double contribution = thoughts.contribution(factor);
            found.add(new Reason(contribution, sentence(evidence, factor) + worth(contribution)));
        }
        List<Driver> drivers = thoughts.drivers();
        IntStream.range(0, drivers.size())
                .mapToObj(d -> new Reason(
                        thoughts.contribution(d), sentence(evidence, drivers.get(d)) + worth(thoughts.contribution(d))))
                .forEach(found::add);
        if (!evidence.request().effect().isEmpty()) {
            double contribution = thoughts.contributionOfScenario();
            found.add(new Reason(contribution, scenario(evidence) + worth(contribution)));
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(summary(evidence, model, thoughts, found.size()));
        found.stream()
                .sorted(comparingDouble((Reason reason) -> -Math.abs(reason.contribution)))
                .map(Reason::text)
                .forEach(reasons::add);
        return reasons;
    }

    private static String worth(double contribution) {
        return ": " + Figures.signed(contribution) + " in log-odds.";
    }

    private static String summary(Evidence evidence, ThoughtModel model, Thoughts thoughts, int factors) {
        return Figures.text(
                "%d factors add up to log-odds of %s, of which %.0f %% are believed: %.1f windows like this one were seen"
                        + " before, and the weights come from %,d past cases, which share months and count as %.0f %s.",
                factors,
                Figures.signed(thoughts.logOdds()),
                100 * thoughts.belief(),
                thoughts.windowsSeen(),
                model.cases(),
                model.independent(),
                evidence.wholeReference());
    }

    private static String sentence(Evidence evidence, Factor factor) {
        Standpoint now = evidence.now();
        Question question = evidence.question();
        Window window = question.window();
        double level = now.scale().back(now.level());
        String recent = evidence.reference(now.recentFrom(), now.recentTo());
        return switch (factor) {
            case LEVEL ->
                "Level: without seasons the latest months are at " + figure(question, level)
                        + ", and what is to come is held against "
                        + figure(question, question.threshold()) + " " + recent;
            case SEASON ->
                "Season: the months asked about are usually at "
                        + figure(question, now.scale().back(now.usual(window))) + " when the year is at "
                        + figure(question, level) + " " + evidence.wholeReference();
            case YEAR_MEAN ->
                "The year: the mean of the last twelve months without seasons is "
                        + figure(question, now.scale().back(now.yearMean())) + ", the latest are at "
                        + figure(question, level) + " "
                        + evidence.reference(
                                Math.max(evidence.question().history().first(), now.recentTo() - 11), now.recentTo());
            case YEAR_PACE ->
                "Pace of the year: a year before, the latest months were at "
                        + figure(question, now.scale().back(now.level() - now.yearPace())) + " without seasons, now at "
                        + figure(question, level) + " "
                        + evidence.reference(
                                Math.max(evidence.question().history().first(), now.recentFrom() - 12), now.recentTo());
            case LATE_PACE ->
                "Pace of late: three months before, they were at "
                        + figure(question, now.scale().back(now.level() - 3 * now.latePace())) + " without seasons "
                        + evidence.reference(
                                Math.max(evidence.question().history().first(), now.recentFrom() - 3), now.recentTo());
            case LAST_MONTH ->
                "Last month: " + Figures.month(now.recentTo()) + " brought "
                        + figure(question, question.history().at(now.recentTo())) + ", which without seasons is "
                        + (now.lastMonth() < 0 ? "below" : "not below") + " the two months before " + recent;
        };
    }

    private static String sentence(Evidence evidence, Driver driver) {
        String name = driver.variable().name();
        String link = evidence.edge(name)
                .map(edge -> edge.strength() == null ? "stated by the analyst" : measured(edge))
                .orElse("seen in the data");
        return Figures.text(
                "Driver \"%s\": its latest three months are %s spreads off the year before; the link is %s [table %s,"
                        + " column %s, to %s]",
                driver.variable().label(),
                Figures.signed(driver.move(evidence.question().asOf())),
                link,
                requireNonNull(driver.variable().table(), "a driver's table"),
                name,
                Months.text(evidence.question().asOf()));
    }

    private static String measured(Edge edge) {
        Double strength = edge.strength();
        return Figures.text(
                "%s, of strength %s at lag %d",
                edge.evidence(), Figures.signed(strength == null ? 0 : strength), edge.lag());
    }

    private static String scenario(Evidence evidence) {
        Standpoint now = evidence.now();
        Window window = evidence.question().window();
        double usual = now.usual(window);
        double moved = now.scale().back(usual + evidence.scenarioShift(now, window));
        return "Scenario: what it changes moves the months asked about from "
                + figure(evidence.question(), now.scale().back(usual)) + " to " + figure(evidence.question(), moved)
                + ", by the simulation's paired runs";
    }

    private static String figure(Question question, double value) {
        return Figures.of(question.variable(), value);
    }
}
