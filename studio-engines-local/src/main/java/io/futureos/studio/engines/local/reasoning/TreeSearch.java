package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engines.local.reasoning.PastQuestions.PastQuestion;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.SeriesReader;
import io.futureos.studio.engines.local.series.Significant;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches sequences of moves of what the target is said to depend on, by simulation: for the most consequential and for the
 * cheapest that turns the answer. Its own probability is the simulation's, averaged over what may plausibly be moved.
 * Stateless and deterministic in the seed.
 */
public final class TreeSearch implements Reasoner {

    /** How many sequences are simulated at most, so that a scenario's run stays a matter of seconds. */
    public static final int ROLLOUTS = 20;

    /** The months that a hindcast looks ahead, as the Studio asks for it: asked alike, it is simulated once. */
    private static final int HINDCAST = 12;

    private static final double PAST = 0.3;

    private final SimulationEngine simulation;
    private final int rollouts;
    private final TableSource tables;

    /** A search that simulates with {@code simulation}. */
    public TreeSearch(SimulationEngine simulation) {
        this(simulation, ROLLOUTS);
    }

    /** The same with another budget. */
    public TreeSearch(SimulationEngine simulation, int rollouts) {
        this(simulation, rollouts, new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public TreeSearch(SimulationEngine simulation, int rollouts, TableSource tables) {
        this.simulation = simulation;
        this.rollouts = rollouts;
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local tree search", "1");
    }

    /**
     * Searches.
     *
     * @throws EngineException also {@code not_simulated} if the simulation does not model the target: then there is nothing to
     *     search in
     */
    @Override
    public Reasoning reason(Request request, EngineContext context) {
        var progress = new PartOfProgress(context);
        progress.progress("Reading the evidence", 0);
        Evidence evidence = Evidence.read(request, tables, progress.part(0, 0));
        SimulationEngine.Request scenario = request.scenario();
        List<PastQuestion> past = new PastQuestions(evidence).from(request.origins());
        if (!simulation.models(scenario.task(), scenario.data())) {
            throw new EngineException(
                    "not_simulated",
                    "The simulation does not model \""
                            + evidence.question().variable().name()
                            + "\", so there is no tree of futures to search; it models shares with a monthly history.");
        }
        Map<PastQuestion, Double> said = hindcast(request, past, progress.part(0, PAST));
        double settled = evidence.question().settled();
        Reasoning found = Double.isNaN(settled)
                ? search(evidence, progress)
                : reasoning(Answer.settled(evidence, settled), List.of());
        progress.part(1, 1).progress("Searched", 1);
        return new Reasoning(
                found.probability(),
                found.reasons(),
                found.wouldChangeItsMind(),
                found.lines(),
                PastQuestions.answered(List.copyOf(said.keySet()), asked -> said.getOrDefault(asked, 0.5)));
    }

    private static Reasoning reasoning(Answer answer, List<Line> lines) {
        return new Reasoning(
                Significant.six(answer.probability()), answer.reasons(), answer.wouldChangeItsMind(), lines, List.of());
    }

    private Reasoning search(Evidence evidence, PartOfProgress progress) {
        SimulationEngine.Request scenario = evidence.request().scenario();
        Question question = evidence.question();
        if (question.window().last() > scenario.horizon()) {
            throw new EngineException(
                    "period_not_covered",
                    "The question's period ends in " + scenario.task().to() + ", but the simulation looks only "
                            + scenario.horizon() + " months ahead.");
        }
        Levers levers = Levers.of(evidence, new SeriesReader(scenario.data(), tables, progress));
        var tried = new Rollouts(simulation, question, scenario, progress, PAST, rollouts);
        LineSearch search = new LineSearch(
                levers.levers(), tried, scenario, question.window().last());
        search.search();
        var told = new TreeWords(evidence, levers, search, tried);
        return reasoning(new Answer(search.probability(), told.reasons(), told.changes()), search.best());
    }

    /** What the simulation's past forecasts said; origins at which it could not forecast are left out. */
    private Map<PastQuestion, Double> hindcast(Request request, List<PastQuestion> past, EngineContext context) {
        if (past.isEmpty()) {
            return Map.of();
        }
        Map<PastQuestion, Double> said = new LinkedHashMap<>();
        List<Hindcast> hindcasts = simulation.hindcast(request.scenario(), request.origins(), HINDCAST, context);
        for (PastQuestion question : past) {
            hindcasts.stream()
                    .filter(hindcast -> hindcast.origin().equals(Months.text(question.origin())))
                    .findFirst()
                    .flatMap(hindcast -> probability(request, question, hindcast))
                    .ifPresent(probability -> said.put(question, probability));
        }
        return said;
    }

    private static Optional<Double> probability(Request request, PastQuestion question, Hindcast hindcast) {
        int month = hindcast.periods()
                .indexOf(Months.text(question.origin() + question.window().last()));
        if (month < 0 || hindcast.paths().isEmpty()) {
            return Optional.empty();
        }
        long yes = hindcast.paths().stream()
                .filter(path -> request.scenario().task().comparison().holds(path.get(month), question.threshold()))
                .count();
        return Optional.of((yes + 0.5) / (hindcast.paths().size() + 1));
    }
}
