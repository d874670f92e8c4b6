package io.futureos.studio.bench.forecast;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.CausalGraphEngine.StatedEdge;
import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.EnsembleAggregator.Forecast;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.ReasonerMember;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.ensemble.LocalEnsembleAggregator;
import io.futureos.studio.model.Defaults;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks the engines as the Studio would have at the end of a past month: the package is built from the bytes with that month
 * as its last, and population, simulation, reasoners and pool are made from the package. Safe for use by several threads.
 */
final class Pipeline {

    static final String ENSEMBLE = "ensemble";
    static final int HORIZON = 12;

    private final Subject subject;
    private final Engines engines;
    private final December question;
    private final LocalEnsembleAggregator members = new LocalEnsembleAggregator();

    Pipeline(Subject subject, Engines engines, December question) {
        this.subject = subject;
        this.engines = engines;
        this.question = question;
    }

    /** What the engines say at the end of {@code origin} of each month after it that has an outcome. */
    OriginForecast at(YearMonth origin) {
        return new Asked(origin).answers();
    }

    /** The pool's forecast of the year after {@code origin}, whatever is known of it. */
    Forecast fan(YearMonth origin) {
        return new Asked(origin).pool(origin.plusMonths(1), List.of(), List.of());
    }

    /** One origin's engines with what they share. */
    private final class Asked {

        private final EngineContext context = subject.blobs().passing();
        private final YearMonth origin;
        private final DataPackage data;
        private final Optional<SimulationEngine.Request> simulation;
        private final List<Member> outside = new ArrayList<>();

        Asked(YearMonth origin) {
            this.origin = origin;
            PredictionTask task = task(origin.plusMonths(1));
            this.data = engines.dataOrchestrator()
                    .build(new BuildRequest(subject.pinned(), subject.template().overrides(), task), context);
            this.simulation = subject.hasPopulation() && engines.simulation().models(task, data)
                    ? Optional.of(simulation(task, households()))
                    : Optional.empty();
            simulation.ifPresent(request -> outside.add(simulated(request)));
        }

        private PredictionTask task(YearMonth period) {
            double threshold = question.threshold(subject.history(), origin).orElse(0);
            return new PredictionTask(
                    "Will " + subject.variable().label() + " be above " + threshold + " in " + period + "?",
                    subject.variable().name(),
                    PredictionTask.Comparison.ABOVE,
                    threshold,
                    period.toString(),
                    period.toString(),
                    PredictionTask.Occasion.OVER_PERIOD,
                    origin.toString());
        }

        private Population households() {
            var wanted = subject.template().population();
            return engines.populationSynthesizer()
                    .synthesize(
                            new PopulationSynthesizer.Request(
                                    data,
                                    wanted.config(),
                                    Map.of(),
                                    Map.of(),
                                    Optional.ofNullable(wanted.size()).orElse((int) Defaults.POPULATION_SIZE),
                                    Optional.ofNullable(wanted.seed()).orElse(Defaults.SEED)),
                            context);
        }

        private SimulationEngine.Request simulation(PredictionTask task, Population population) {
            Map<String, Object> config = new LinkedHashMap<>(subject.template().simulation());
            config.remove("seed");
            return new SimulationEngine.Request(
                    task, data, population, Map.of(), Map.of(), List.of(), config, HORIZON, Defaults.SEED);
        }

        private Member simulated(SimulationEngine.Request request) {
            SimulationRun run = engines.simulation().start(request, context);
            while (run.tick() < run.totalTicks()) {
                run.step(context);
            }
            List<String> origins = engines.ensembleAggregator().backtestOrigins(data, request.task());
            return new Member(
                    "simulation",
                    Objects.requireNonNull(run.outcome()).paths(),
                    engines.simulation().hindcast(request, origins, HORIZON, context));
        }

        Forecast pool(YearMonth period, List<ReasonerMember> reasoners, List<Absent> absent) {
            return engines.ensembleAggregator().aggregate(request(period, reasoners, absent), context);
        }

        private EnsembleAggregator.Request request(
                YearMonth period, List<ReasonerMember> reasoners, List<Absent> absent) {
            return new EnsembleAggregator.Request(
                    task(period), data, outside, reasoners, absent, List.of(), HORIZON, Defaults.SEED);
        }

        OriginForecast answers() {
            History history = subject.history();
            List<YearMonth> outcomes = history.outcomes(origin, HORIZON);
            Map<String, Map<YearMonth, Predictive>> months = new LinkedHashMap<>();
            Map<String, Double> december = new LinkedHashMap<>();
            Map<String, Double> weights = new LinkedHashMap<>();
            OptionalDouble threshold = question.threshold(history, origin);
            months.put(ENSEMBLE, new LinkedHashMap<>());
            for (YearMonth month : outcomes) {
                boolean asked = threshold.isPresent() && month.equals(December.december(origin));
                List<ReasonerMember> reasoners = asked ? reasoners(month) : List.of();
                Forecast forecast = pool(month, reasoners, List.of());
                months.get(ENSEMBLE).put(month, Predictive.of(forecast.values()));
                forecast.members().forEach(member -> weights.putIfAbsent(member.name(), member.weight()));
                if (asked) {
                    december.put(ENSEMBLE, forecast.eventProbability());
                    reasoners.forEach(reasoner ->
                            december.put(reasoner.name(), reasoner.reasoning().probability()));
                    forecast.members().forEach(member -> weights.put(member.name(), member.weight()));
                }
            }
            own(outcomes, months);
            months.forEach((name, said) -> {
                Predictive predictive = said.get(December.december(origin));
                if (threshold.isPresent() && predictive != null && !name.equals(ENSEMBLE)) {
                    december.put(name, predictive.above(threshold.getAsDouble()));
                }
            });
            return new OriginForecast(origin, months, december, weights);
        }

        private void own(List<YearMonth> outcomes, Map<String, Map<YearMonth, Predictive>> months) {
            for (Member member : members.members(request(origin.plusMonths(1), List.of(), List.of()), context)) {
                Map<YearMonth, Predictive> said = new LinkedHashMap<>();
                for (YearMonth month : outcomes) {
                    int ahead = (int) ChronoUnit.MONTHS.between(origin, month) - 1;
                    said.put(
                            month,
                            Predictive.ofSample(member.paths().stream()
                                    .mapToDouble(path -> path.get(ahead))
                                    .toArray()));
                }
                months.put(member.name(), said);
            }
        }

        /** Those that have something to say; they are asked once an origin, since no quantile depends on them. */
        private List<ReasonerMember> reasoners(YearMonth month) {
            List<ReasonerMember> said = new ArrayList<>();
            simulation.ifPresent(simulated -> {
                Reasoner.Request request = argument(simulated, task(month));
                engines.graphOfThoughts().ifPresent(reasoner -> ask("graph of thoughts", reasoner, request, said));
                engines.treeSearch().ifPresent(reasoner -> ask("tree search", reasoner, request, said));
                engines.debate().ifPresent(reasoner -> ask("debate", reasoner, request, said));
            });
            return said;
        }

        private void ask(String name, Reasoner reasoner, Reasoner.Request request, List<ReasonerMember> said) {
            try {
                said.add(new ReasonerMember(name, reasoner.reason(request, context)));
            } catch (EngineException refused) {
                // It has nothing to say about this question; the others have.
            }
        }

        private Reasoner.Request argument(SimulationEngine.Request simulated, PredictionTask task) {
            var scenario = new SimulationEngine.Request(
                    task,
                    data,
                    simulated.population(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    simulated.config(),
                    HORIZON,
                    simulated.seed());
            return new Reasoner.Request(
                    scenario,
                    engines.causalGraph()
                            .graph(new CausalGraphEngine.Request(data, stated(simulated.config())), context),
                    List.of(),
                    engines.ensembleAggregator().backtestOrigins(data, task));
        }

        /** The drivers that the template claims are edges of the graph, as in the Studio. */
        private List<StatedEdge> stated(Map<String, Object> config) {
            return config.get("drivers") instanceof List<?> drivers
                    ? drivers.stream()
                            .filter(Map.class::isInstance)
                            .map(driver -> (Map<?, ?>) driver)
                            .map(driver -> new StatedEdge(
                                    String.valueOf(driver.get("variable")),
                                    subject.variable().name(),
                                    String.valueOf(driver.get("reason"))))
                            .toList()
                    : List.of();
        }
    }
}
