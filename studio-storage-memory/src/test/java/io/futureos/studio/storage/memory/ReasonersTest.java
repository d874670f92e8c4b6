package io.futureos.studio.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.EnsembleAggregator.Absent;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.runtime.ScenarioRun;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of what reasoners say, and of those that say nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReasonersTest {

    private static final Reasoner.Reasoning SAID =
            new Reasoner.Reasoning(0.7, List.of("It was so before."), List.of(), List.of(), List.of());

    private final StudioFixture fixture = new StudioFixture();

    @Test
    void a_reasoner_is_asked_about_the_scenario_as_it_was_simulated() {
        var debate = new Debate(SAID);

        ProjectId project = aReport(new Arguing(fixture.engines, debate));

        assertThat(debate.asked).hasSize(1);
        Reasoner.Request request = debate.asked.get(0);
        assertThat(request.scenario().variableOverrides()).isEqualTo(Map.of("share", 0.75));
        assertThat(request.scenario().horizon()).isEqualTo(12);
        assertThat(request.origins()).containsExactly("2023-12");
        assertThat(fixture.state(project).scenarios().get(0).status().name()).isEqualTo("COMPLETED");
    }

    @Test
    void what_a_reasoner_said_reaches_the_ensemble_and_the_report() {
        var engines = new Arguing(fixture.engines, new Debate(SAID));

        aReport(engines);

        assertThat(engines.pooled)
                .singleElement()
                .satisfies(pool -> assertThat(pool.reasoners())
                        .containsExactly(new EnsembleAggregator.ReasonerMember("debate", SAID)));
        assertThat(engines.told.get(0).scenarios().get(0).reasonings())
                .containsExactly(new EnsembleAggregator.ReasonerMember("debate", SAID));
    }

    @Test
    void one_that_can_say_nothing_is_absent_with_its_reason_and_the_run_goes_on() {
        var engines = new Arguing(fixture.engines, new Debate(new EngineException("not_simulated", "Nobody knows.")));

        ProjectId project = aReport(engines);

        assertThat(engines.pooled.get(0).reasoners()).isEmpty();
        assertThat(engines.pooled.get(0).absent())
                .containsExactly(
                        new Absent("graph of thoughts", "not wired"),
                        new Absent("tree search", "not wired"),
                        new Absent("debate", "Nobody knows"));
        assertThat(fixture.state(project).scenarios().get(0).status().name()).isEqualTo("COMPLETED");
    }

    @Test
    void one_that_is_away_is_asked_again_later_instead_of_being_left_out() {
        var engines = new Arguing(fixture.engines, new Debate(new EngineUnavailableException("away", "Not now.")));

        ProjectId project = aReport(engines);

        assertThat(engines.pooled).isEmpty();
        assertThat(fixture.state(project).scenarios().get(0).status().name()).isEqualTo("RUNNING");
    }

    @Test
    void a_run_that_was_stored_before_reasonings_were_kept_can_still_be_read() {
        var engines = new Arguing(fixture.engines, new Debate(SAID));
        aReport(engines);
        var forecast = engines.told.get(0).scenarios().get(0).forecast();
        var summary = new ExplanationGenerator.SimulationSummary(1, 12, 1, Map.of(), List.of());
        Map<String, Object> before =
                new LinkedHashMap<>(StudioJson.toOpen(new ScenarioRun(summary, null, forecast, List.of())));
        before.remove("reasonings");

        ScenarioRun read = StudioJson.read(StudioJson.writeBytes(before), ScenarioRun.class);

        assertThat(read).isEqualTo(new ScenarioRun(summary, null, forecast, null));
    }

    /** A project with one scenario that was run, and a report about it. */
    private ProjectId aReport(Engines engines) {
        StudioOrchestrator studio = fixture.node().engines(engines).build();
        ProjectId project = fixture.aProject();
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        ScenarioId scenario = fixture.aScenario(project, "More of it", Map.of("share", 0.75));
        studio.workbench()
                .execute(
                        project,
                        StudioFixture.ANNA,
                        StudioFixture.action("scenario", "run_scenario", Map.of("scenario_id", scenario.toString())));
        if (fixture.state(project).scenarios().get(0).status().name().equals("COMPLETED")) {
            studio.workbench()
                    .execute(project, StudioFixture.ANNA, StudioFixture.action("report", "generate", Map.of()));
        }
        return project;
    }

    /** Says the same whatever it is asked, or refuses, and remembers the questions. */
    private static final class Debate implements Reasoner {
        private final Optional<Reasoning> answer;
        private final Optional<EngineException> refusal;
        private final List<Reasoner.Request> asked = new ArrayList<>();

        Debate(Reasoning answer) {
            this.answer = Optional.of(answer);
            this.refusal = Optional.empty();
        }

        Debate(EngineException refusal) {
            this.answer = Optional.empty();
            this.refusal = Optional.of(refusal);
        }

        @Override
        public Provenance provenance() {
            return new Provenance("debate", "1");
        }

        @Override
        public Reasoning reason(Reasoner.Request request, EngineContext context) {
            asked.add(request);
            refusal.ifPresent(no -> {
                throw no;
            });
            return answer.orElseThrow();
        }
    }

    /** The toys with a debate, and an eye on what is pooled and told. */
    private static final class Arguing implements Engines {
        private final ToyEngines toys;
        private final Reasoner debate;
        private final List<EnsembleAggregator.Request> pooled = new ArrayList<>();
        private final List<ExplanationGenerator.Request> told = new ArrayList<>();

        Arguing(ToyEngines toys, Reasoner debate) {
            this.toys = toys;
            this.debate = debate;
        }

        @Override
        public IntentParser intentParser() {
            return toys;
        }

        @Override
        public DataOrchestrator dataOrchestrator() {
            return toys;
        }

        @Override
        public CausalGraphEngine causalGraph() {
            return toys;
        }

        @Override
        public PopulationSynthesizer populationSynthesizer() {
            return toys;
        }

        @Override
        public SimulationEngine simulation() {
            return toys;
        }

        @Override
        public Optional<Reasoner> debate() {
            return Optional.of(debate);
        }

        @Override
        public FrameExporter frameExporter() {
            return toys;
        }

        @Override
        public EnsembleAggregator ensembleAggregator() {
            return new EnsembleAggregator() {
                @Override
                public Provenance provenance() {
                    return toys.provenance();
                }

                @Override
                public List<String> backtestOrigins(DataPackage data, PredictionTask task) {
                    return toys.backtestOrigins(data, task);
                }

                @Override
                public Forecast aggregate(EnsembleAggregator.Request request, EngineContext context) {
                    pooled.add(request);
                    return toys.aggregate(request, context);
                }
            };
        }

        @Override
        public ExplanationGenerator explanationGenerator() {
            return new ExplanationGenerator() {
                @Override
                public Provenance provenance() {
                    return toys.provenance();
                }

                @Override
                public List<String> sectionTypes() {
                    return toys.sectionTypes();
                }

                @Override
                public ReportContent explain(ExplanationGenerator.Request request, EngineContext context) {
                    told.add(request);
                    return toys.explain(request, context);
                }

                @Override
                public ScenarioComparison compare(CompareRequest request, EngineContext context) {
                    return toys.compare(request, context);
                }
            };
        }
    }
}
