package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.TIM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.LedgerEntry;
import io.futureos.studio.ProjectLedger;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ProjectUpdate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.UserLedger;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ResolutionState;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.TrackRecord.Exclusion;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.report.ForecastScores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolutionTest extends OutcomeFixture {

    private ProjectId aResolvedProject() {
        ProjectId project = fixture.aCompleteProject();
        untilItIsKnown();
        resolve(project, CAME);
        return project;
    }

    private void assertRefused(ProjectId project, KnownOutcome outcome, String code, String words) {
        long revision = fixture.state(project).revision();

        assertThatThrownBy(() -> resolve(project, outcome))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(fixture.state(project).revision()).isEqualTo(revision);
    }

    @Test
    void a_forecast_waits_in_the_ledger_until_its_outcome_is_known() {
        ProjectId project = fixture.aCompleteProject();

        LedgerEntry entry = ledger(project).entries().get(0);

        assertThat(ledger(project).entries()).hasSize(1);
        assertThat(entry.isOpen()).isTrue();
        assertThat(entry.scenario()).isEqualTo("As things stand");
        assertThat(entry.probability()).isBetween(0.25, 0.35);
        assertThat(entry.asOf()).isEqualTo("2024-12");
        assertThat(entry.publishedBy()).isEqualTo(ANNA);
        assertThat(entry.revision()).isEqualTo(fixture.state(project).revision());
        assertThat(entry.publishedAt()).isEqualTo(fixture.state(project).updatedAt());
    }

    @Test
    void the_outcome_scores_the_forecast_that_stood_before() {
        ProjectId project = fixture.aCompleteProject();
        double p = ledger(project).entries().get(0).probability();
        untilItIsKnown();

        ProjectLedger ledger = resolve(project, CAME);

        assertThat(requireNonNull(ledger.resolution()).answer()).isTrue();
        assertThat(ledger.resolvedBy()).isEqualTo(ANNA);
        LedgerEntry entry = ledger.entries().get(0);
        ForecastScores scores = requireNonNull(entry.scores());
        assertThat(entry.answer()).isTrue();
        assertThat(scores.brier()).isCloseTo((1 - p) * (1 - p), within(1e-12));
        assertThat(scores.logScore()).isCloseTo(-Math.log(p), within(1e-12));
        // all values of the toy's forecast are its level, which is its probability, too
        assertThat(scores.crps()).isCloseTo(0.6 - p, within(1e-12));
        assertThat(scores.baseRate()).isNull();
    }

    @Test
    void an_answer_without_a_value_scores_the_probability_only() {
        ProjectId project = fixture.aCompleteProject();
        untilItIsKnown();

        ProjectLedger ledger = resolve(project, KnownOutcome.of(false, KNOWN, "OFV"));

        LedgerEntry entry = ledger.entries().get(0);
        assertThat(requireNonNull(entry.scores()).crps()).isNull();
        assertThat(entry.scores().brier()).isCloseTo(entry.probability() * entry.probability(), within(1e-12));
    }

    @Test
    void the_action_does_the_same_and_says_which_job_it_started() {
        ProjectId project = fixture.aCompleteProject();
        untilItIsKnown();

        WorkbenchResponse response = fixture.act(
                project,
                "report",
                "resolve_outcome",
                Map.of("outcome", Map.of("value", 0.6, "known_at", KNOWN.toString(), "source", "OFV, table 3")));

        assertThat(fixture.job(project, response).state()).isEqualTo(JobStatus.State.SUCCEEDED);
        assertThat(ledger(project).review()).isNotNull();
        assertThat(response.updatedProjectState().workbenchStates().report().resolution())
                .isEqualTo(new ResolutionState(
                        true,
                        0.6,
                        KNOWN,
                        "OFV, table 3",
                        ANNA,
                        response.updatedProjectState().updatedAt()));
    }

    @Test
    void an_outcome_that_nobody_can_know_yet_is_refused() {
        ProjectId project = fixture.aCompleteProject();

        assertRefused(project, CAME, "outcome_in_future", "but it is 2025-01-01");
        fixture.pass(Duration.ofDays(30));
        assertRefused(
                project,
                KnownOutcome.of(0.6, Instant.parse("2025-01-20T00:00:00Z"), "OFV"),
                "outcome_before_period_end",
                "open until 2025-12 is over, which is at 2026-01-01T00:00:00Z");
    }

    @Test
    void an_outcome_that_can_not_be_is_refused() {
        ProjectId project = fixture.aCompleteProject();
        untilItIsKnown();

        assertRefused(
                project,
                KnownOutcome.of(60, KNOWN, "OFV"),
                "outcome_out_of_bounds",
                "The outcome is 60.0, but share lies from 0.0 to 1.0.");
        assertRefused(
                project,
                new KnownOutcome(0.6, false, KNOWN, "OFV"),
                "outcome_contradicts",
                "A value of 0.6 makes the answer yes");
    }

    @Test
    void an_outcome_that_was_known_before_the_data_of_every_forecast_ended_is_refused() {
        ProjectId project = fixture.aProject();
        fixture.studio.projects().update(project, ANNA, new ProjectUpdate(null, null, "Above one half in 2023?", null));
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        ScenarioId scenario = fixture.aScenario(project, "As things stood", Map.of());
        fixture.act(project, "scenario", "run_scenario", Map.of("scenario_id", scenario.toString()));
        fixture.act(project, "report", "generate", Map.of());

        assertRefused(
                project,
                KnownOutcome.of(0.6, Instant.parse("2024-01-10T00:00:00Z"), "OFV"),
                "outcome_before_as_of",
                "knew data up to the end of 2024-12");
    }

    @Test
    void a_project_without_a_question_has_no_outcome() {
        ProjectId project = fixture.aProjectWithoutQuestion();
        untilItIsKnown();

        assertRefused(project, CAME, "not_ready", "a question that was understood");
    }

    @Test
    void without_a_forecast_before_it_the_outcome_is_kept_and_scores_nothing() {
        ProjectId project = fixture.aProject();
        fixture.act(project, "data", "refresh_data", Map.of());
        untilItIsKnown();

        WorkbenchResponse response = fixture.act(
                project,
                "report",
                "resolve_outcome",
                Map.of("outcome", Map.of("answer", true, "known_at", KNOWN.toString(), "source", "OFV")));

        assertThat(response.jobId()).isNull();
        assertThat(response.stateChanges().warnings())
                .containsExactly("No forecast was published before the outcome was known, so there is none to score");
        assertThat(ledger(project).entries()).isEmpty();
        assertThat(ledger(project).resolution()).isNotNull();
    }

    @Test
    void a_second_outcome_is_refused_with_who_gave_the_first_and_undo_makes_room_for_it() {
        ProjectId project = aResolvedProject();
        fixture.invite(project, BO);

        assertThatThrownBy(() -> fixture.studio.reports().resolve(project, BO, KnownOutcome.of(0.4, KNOWN, "OFV")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(ANNA + " resolved the question at 2026-01-15T")
                .hasMessageContaining("with yes, a value of 0.6. To correct that, take it back with undo first.");

        fixture.studio.workbench().undo(project, ANNA);
        assertThat(ledger(project).resolution()).isNull();
        assertThat(ledger(project).entries().get(0).isOpen()).isTrue();
        ProjectLedger corrected = fixture.studio.reports().resolve(project, BO, KnownOutcome.of(0.4, KNOWN, "OFV"));
        assertThat(corrected.entries().get(0).answer()).isFalse();
        assertThat(corrected.resolvedBy()).isEqualTo(BO);
    }

    @Test
    void the_outcome_makes_the_report_stale_and_taking_it_back_makes_it_current_again() {
        ProjectId project = aResolvedProject();

        assertThat(fixture.state(project).workbenchStates().report().freshness().stale())
                .isTrue();
        assertThat(fixture.state(project).workbenchStates().report().freshness().causes())
                .extracting(cause -> cause.input(), cause -> cause.summary(), cause -> cause.by())
                .containsExactly(tuple("report/resolution", "Resolved the question with yes", ANNA));
        fixture.studio.workbench().undo(project, ANNA);
        assertThat(fixture.state(project).workbenchStates().report().freshness().stale())
                .isFalse();
    }

    @Test
    void a_forecast_that_is_published_when_the_outcome_is_known_does_not_count() {
        ProjectId project = aResolvedProject();

        fixture.act(project, "report", "generate", Map.of());

        assertThat(ledger(project).entries()).hasSize(1);
        assertThat(ledger(project).refused()).hasSize(1);
        LedgerEntry late = ledger(project).refused().get(0);
        assertThat(late.excluded()).isEqualTo(Exclusion.MADE_AFTER_OUTCOME);
        assertThat(late.scores()).isNull();
        assertThat(fixture.studio.reports().ledger(ANNA).scored()).isEqualTo(1);
    }

    @Test
    void a_forecast_of_another_question_does_not_count() {
        ProjectId project = fixture.aCompleteProject();
        fixture.studio
                .projects()
                .update(
                        project,
                        ANNA,
                        new ProjectUpdate(null, null, "Will the share be above one half in 2024?", null));
        fixture.act(project, "data", "refresh_data", Map.of());
        untilItIsKnown();

        ProjectLedger ledger = resolve(project, CAME);

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.refused()).extracting(LedgerEntry::excluded).containsExactly(Exclusion.OTHER_QUESTION);
    }

    @Test
    void other_words_for_the_same_question_change_nothing() {
        ProjectId project = fixture.aCompleteProject();
        fixture.studio
                .projects()
                .update(
                        project,
                        ANNA,
                        new ProjectUpdate(null, null, "Is it going to be more than half in 2025?", null));
        fixture.act(project, "data", "refresh_data", Map.of());
        untilItIsKnown();

        assertThat(resolve(project, CAME).entries()).hasSize(1);
    }

    @Test
    void viewers_look_and_do_not_resolve_and_strangers_see_nothing() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO, Role.VIEWER);
        untilItIsKnown();

        assertThat(fixture.studio.reports().ledger(project, BO).entries()).hasSize(1);
        assertThatThrownBy(() -> fixture.studio.reports().resolve(project, BO, CAME))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> fixture.studio.reports().ledger(project, TIM))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(() -> fixture.studio.reports().resolve(project, TIM, CAME))
                .isInstanceOf(ProjectNotFoundException.class);
        assertThat(fixture.studio.reports().ledger(TIM).entries()).isEmpty();
    }

    @Test
    void a_users_ledger_goes_over_all_their_projects_and_has_their_own_forecasts_only() {
        ProjectId annas = fixture.aCompleteProject();
        ProjectId shared = fixture.aCompleteProject();
        fixture.invite(shared, BO);
        fixture.studio.workbench().undo(shared, ANNA); // whatever Anna did last here, Bo's report is another
        fixture.actAs(BO, shared, "report", "generate", Map.of("report_config", Map.of("include_charts", false)));
        untilItIsKnown();
        resolve(annas, CAME);
        resolve(shared, KnownOutcome.of(false, KNOWN, "OFV"));

        UserLedger ofAnna = fixture.studio.reports().ledger(ANNA);
        UserLedger ofBo = fixture.studio.reports().ledger(BO);

        assertThat(ofAnna.scored()).isEqualTo(2);
        assertThat(ofAnna.entries()).extracting(LedgerEntry::project).containsExactlyInAnyOrder(annas, shared);
        assertThat(ofBo.entries())
                .extracting(LedgerEntry::project, LedgerEntry::publishedBy)
                .containsExactly(tuple(shared, BO));
        double p = ofBo.entries().get(0).probability();
        assertThat(ofBo.meanBrier()).isCloseTo(p * p, within(1e-12));
        double q = entryIn(annas).probability();
        assertThat(ofAnna.meanBrier()).isCloseTo(((1 - q) * (1 - q) + p * p) / 2, within(1e-12));
        assertThat(ofAnna.meanCrps()).isCloseTo(0.6 - q, within(1e-12));
        assertThat(ofAnna.calibration())
                .hasSizeBetween(1, 2)
                .allSatisfy(bin -> assertThat(bin.forecast()).isBetween(0.2, 0.4));
    }

    @Test
    void what_a_user_forecast_in_a_project_that_they_left_is_not_theirs_to_see_any_more() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        fixture.actAs(BO, project, "report", "generate", Map.of("report_config", Map.of("include_charts", false)));
        assertThat(fixture.studio.reports().ledger(BO).entries()).hasSize(1);

        fixture.studio.collaboration().remove(project, ANNA, BO);

        assertThat(fixture.studio.reports().ledger(BO).entries()).isEmpty();
        assertThat(ledger(project).entries()).hasSize(2);
    }

    @Test
    void a_copy_of_a_project_has_forecast_nothing_yet() {
        ProjectId project = aResolvedProject();

        ProjectId copy =
                fixture.studio.projects().duplicate(project, ANNA, null).projectId();

        assertThat(ledger(copy).entries()).isEmpty();
        assertThat(ledger(copy).refused()).isEmpty();
        assertThat(fixture.studio.reports().ledger(ANNA).entries()).hasSize(1);
    }

    @Test
    void reports_that_are_not_kept_any_more_stay_in_the_ledger() {
        ProjectId project = fixture.aCompleteProject();
        for (int i = 0; i < 12; i++) {
            fixture.act(
                    project,
                    "report",
                    "generate",
                    Map.of("report_config", Map.of("sections", List.of("headline", "s" + i))));
        }

        assertThat(ledger(project).entries()).hasSize(13);
        assertThat(fixture.studio.reports().ledger(ANNA).entries()).hasSize(13);
    }
}
