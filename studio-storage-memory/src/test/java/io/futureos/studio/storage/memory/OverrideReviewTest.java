package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.futureos.studio.ProjectLedger;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.report.OverrideVerdict;
import io.futureos.studio.report.OverrideVerdict.Kind;
import io.futureos.studio.report.OverrideVerdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OverrideReviewTest extends OutcomeFixture {

    /** A project whose headline rests on one assumption of each kind. */
    private ProjectId aProjectFullOfAssumptions() {
        ProjectId project = fixture.aProject();
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        fixture.act(
                project,
                "population",
                "adjust_distribution",
                Map.of("adjustment", Map.of("dimension", "age", "target", Map.of("young", 3, "old", 1))));
        fixture.act(
                project, "population", "edit_archetype", Map.of("archetype_id", "a1", "edits", Map.of("age", "old")));
        fixture.act(project, "population", "regenerate", Map.of());
        WorkbenchResponse made = fixture.act(
                project,
                "scenario",
                "create_scenario",
                Map.of(
                        "scenario_config",
                        Map.of(
                                "name", "All of it",
                                "description", "Whatever can be set",
                                "variable_overrides", List.of(Map.of("variable", "share", "value", 0.75)),
                                "population_adjustments", Map.of("age", Map.of("young", 1, "old", 3)),
                                "shock_events", List.of(Map.of("tick", 1, "variable", "share", "magnitude", -0.5)))));
        fixture.act(
                project,
                "scenario",
                "run_scenario",
                Map.of("scenario_id", requireNonNull(made.result().get("scenario_id"))));
        fixture.act(project, "report", "generate", Map.of());
        return project;
    }

    @Test
    void each_assumption_is_left_out_once_and_judged_by_what_came() {
        ProjectId project = aProjectFullOfAssumptions();
        double p = entryIn(project).probability();
        assertThat(p).isLessThan(0.2); // 0.25 + 0.075 - 0.5 + a little that hangs on the people, and not below 0
        untilItIsKnown();

        OverrideReview review = requireNonNull(resolveAndReview(project, CAME).review());

        assertThat(review.probability()).isEqualTo(p);
        assertThat(review.notes()).isEmpty();
        assertThat(review.verdicts())
                .extracting(OverrideVerdict::kind, OverrideVerdict::place)
                .containsExactly(
                        tuple(Kind.DATA_OVERRIDE, "share[2024-01]"),
                        tuple(Kind.POPULATION_ADJUSTMENT, "age"),
                        tuple(Kind.ARCHETYPE_EDIT, "a1"),
                        tuple(Kind.SCENARIO_OVERRIDE, "share"),
                        tuple(Kind.SCENARIO_ADJUSTMENT, "age"),
                        tuple(Kind.SHOCK, "share"));
        OverrideVerdict shock = review.verdicts().get(5);
        assertThat(shock.probabilityWithout()).isGreaterThan(0.3);
        assertThat(shock.verdict()).isEqualTo(Verdict.BETTER_WITHOUT);
        assertThat(requireNonNull(shock.scoresWithout()).brier())
                .isLessThan(review.scores().brier());
        OverrideVerdict override = review.verdicts().get(3);
        assertThat(override.verdict()).isEqualTo(Verdict.BETTER_WITH);
        assertThat(review.verdicts().get(4).verdict()).isEqualTo(Verdict.NO_DIFFERENCE); // the toy does not look at it
        assertThat(review.verdicts().get(0).reason()).isEqualTo("a typing error");
    }

    @Test
    void a_report_that_is_generated_after_the_review_is_told_what_the_assumptions_were_worth() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        resolveAndReview(project, CAME);

        fixture.act(project, "report", "generate", Map.of());

        assertThat(fixture.studio
                        .reports()
                        .latest(project, ANNA)
                        .content()
                        .sections()
                        .get(0)
                        .contentHtml())
                .contains("<p>share[2024-01] was ", "<p>a1 was ");
    }

    private ProjectLedger resolveAndReview(ProjectId project, KnownOutcome outcome) {
        resolve(project, outcome);
        return ledger(project);
    }

    @Test
    void what_changed_since_the_forecast_was_published_is_none_of_its_assumptions() {
        ProjectId project = aProjectFullOfAssumptions();
        ScenarioId scenario = fixture.state(project).scenarios().get(0).scenarioId();
        fixture.edit(project, scenario, Map.of("variable_overrides", List.of(), "shock_events", List.of()));
        untilItIsKnown();

        OverrideReview review = requireNonNull(resolveAndReview(project, CAME).review());

        assertThat(review.verdicts()).hasSize(6);
        assertThat(review.probability()).isEqualTo(entryIn(project).probability());
    }

    @Test
    void the_review_is_a_job_that_can_be_cancelled_and_asked_for_again() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        fixture.holdJobs();
        ProjectLedger waiting = resolve(project, CAME);
        assertThat(waiting.review()).isNull();

        fixture.studio.jobs().cancel(project, ANNA, requireNonNull(waiting.reviewing()));
        fixture.runJobs();
        assertThat(ledger(project).review()).isNull();
        assertThat(ledger(project).reviewing()).isNull();
        assertThat(ledger(project).entries().get(0).scores()).isNotNull();

        fixture.act(project, "report", "review_overrides", Map.of());
        fixture.runJobs();
        assertThat(requireNonNull(ledger(project).review()).verdicts()).hasSize(6);
        int calls = fixture.engines.calls();
        WorkbenchResponse again = fixture.act(project, "report", "review_overrides", Map.of());
        fixture.runJobs();
        assertThat(again.stateChanges().warnings()).containsExactly("The overrides were reviewed already");
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void taking_the_outcome_back_ends_the_review_and_giving_it_again_needs_none() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        fixture.holdJobs();
        resolve(project, CAME);
        fixture.studio.workbench().undo(project, ANNA);
        assertThat(ledger(project).reviewing()).isNull();
        fixture.runJobs();
        assertThat(ledger(project).review()).isNull();

        resolve(project, CAME);
        fixture.runJobs();
        ProjectLedger reviewed = ledger(project);
        int calls = fixture.engines.calls();
        fixture.studio.workbench().undo(project, ANNA);
        fixture.studio.workbench().redo(project, ANNA);

        assertThat(ledger(project).review()).isEqualTo(reviewed.review()).isNotNull();
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    @Test
    void a_review_whose_node_died_is_made_by_another() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        StudioOrchestrator other = fixture.anotherNode();
        var ticks = new AtomicInteger();
        fixture.engines.beforeTick(tick -> {
            if (ticks.incrementAndGet() == 5) {
                fixture.pass(Duration.ofSeconds(10));
                other.sweep();
            }
        });

        resolve(project, CAME);

        assertThat(requireNonNull(ledger(project).review()).verdicts()).hasSize(6);
        assertThat(fixture.state(project).modificationLog().stream()
                        .filter(entry -> entry.action().equals("review_result")))
                .hasSize(1);
    }

    @Test
    void a_review_that_fails_says_so_and_leaves_the_scores() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        fixture.engines.beforeTick(tick -> {
            throw new EngineUnavailableException("engine_away", "The engine is away.");
        });

        resolve(project, CAME);
        for (int i = 0; i < 6; i++) {
            fixture.sweepAfter(Duration.ofSeconds(100));
        }

        assertThat(ledger(project).review()).isNull();
        assertThat(requireNonNull(ledger(project).failure()).code()).isEqualTo("engine_away");
        assertThat(entryIn(project).scores()).isNotNull();
    }

    @Test
    void another_node_reads_the_same_ledger_from_the_journal() {
        ProjectId project = aProjectFullOfAssumptions();
        untilItIsKnown();
        resolve(project, CAME);

        assertThat(fixture.anotherNode().reports().ledger(project, ANNA)).isEqualTo(ledger(project));
        assertThat(fixture.anotherNode().projects().load(project, ANNA)).isEqualTo(fixture.state(project));
    }

    @Test
    void what_a_published_forecast_was_made_from_is_kept_until_it_can_be_reviewed() {
        ProjectId project = aProjectFullOfAssumptions();
        for (int i = 0; i < 12; i++) { // more than are kept for undo
            fixture.act(
                    project,
                    "data",
                    "configure_source",
                    Map.of("source_name", "share", "configuration", Map.of("type", "numbers", "numbers", List.of(i))));
            fixture.act(project, "data", "refresh_data", Map.of());
            fixture.act(project, "population", "regenerate", Map.of());
        }
        untilItIsKnown();
        for (int i = 0; i < 12; i++) { // a round in which blobs that nobody needs are deleted takes some sweeps
            fixture.studio.sweep();
        }

        resolve(project, CAME);

        assertThat(ledger(project).failure()).isNull();
        assertThat(requireNonNull(ledger(project).review()).verdicts()).hasSize(6);
    }
}
