package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.LiveSession;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.CollaboratorState;
import io.futureos.studio.model.ScenarioId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresenceTest {

    private final StudioFixture fixture = new StudioFixture();
    private final ProjectId project = fixture.aProject();

    @Test
    void who_has_the_project_open_is_active_until_the_window_is_closed() {
        fixture.invite(project, BO);
        LiveSession one = fixture.studio.collaboration().join(project, BO);
        LiveSession other = fixture.studio.collaboration().join(project, BO);
        assertThat(fixture.state(project).activeUsers()).containsExactly(BO);

        one.close();
        assertThat(fixture.state(project).activeUsers()).containsExactly(BO);
        other.close();
        other.close();

        assertThat(fixture.state(project).activeUsers()).isEmpty();
    }

    @Test
    void a_window_that_is_not_heard_of_for_30_seconds_is_taken_for_closed() {
        LiveSession session = fixture.studio.collaboration().join(project, ANNA);
        fixture.pass(Duration.ofSeconds(20));
        session.touch();
        fixture.pass(Duration.ofSeconds(20));
        assertThat(fixture.state(project).activeUsers()).containsExactly(ANNA);

        fixture.pass(Duration.ofSeconds(20));

        assertThat(fixture.state(project).activeUsers()).isEmpty();
        session.touch();
        assertThat(fixture.state(project).activeUsers()).containsExactly(ANNA);
    }

    @Test
    void looking_at_a_project_counts_as_being_active_in_it() {
        fixture.invite(project, BO);
        Instant before = lastActiveOfBo();

        fixture.studio.collaboration().join(project, BO);

        assertThat(lastActiveOfBo()).isAfter(before);
    }

    private Instant lastActiveOfBo() {
        return fixture.state(project).collaborators().stream()
                .filter(collaborator -> collaborator.userId().equals(BO))
                .map(CollaboratorState::lastActive)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void others_on_another_node_see_who_comes_where_they_are_and_who_goes() {
        fixture.invite(project, BO);
        StudioOrchestrator other = fixture.anotherNode();
        List<StudioEvent> seen = new ArrayList<>();
        other.projects().watch(project, ANNA, seen::add);

        LiveSession session = fixture.studio.collaboration().join(project, BO);
        session.moveTo(Map.of("workbench", "scenario", "row", 3));
        List<Session> present = other.collaboration().present(project, ANNA);
        session.close();

        assertThat(present).singleElement().satisfies(there -> {
            assertThat(there.user()).isEqualTo(BO);
            assertThat(there.cursor()).containsEntry("row", 3L);
        });
        assertThat(seen)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(SessionJoined.class, CursorMoved.class, SessionLeft.class);
    }

    @Test
    void what_was_typed_and_not_sent_is_offered_again_for_a_day() {
        LiveSession session = fixture.studio.collaboration().join(project, ANNA);
        session.draft("scenario/new", Map.of("name", "What if"));
        session.draft("scenario/new", Map.of("name", "What if not"));
        session.draft("report/remark", Map.of("text", "Mind"));
        session.discard("report/remark");
        session.close();

        fixture.pass(Duration.ofHours(23));
        LiveSession again = fixture.anotherNode().collaboration().join(project, ANNA);

        assertThat(again.drafts()).extracting(Draft::content).containsExactly(Map.of("name", "What if not"));
        fixture.pass(Duration.ofHours(2));
        assertThat(again.drafts()).isEmpty();
    }

    @Test
    void what_is_too_large_to_be_live_is_refused() {
        LiveSession session = fixture.studio.collaboration().join(project, ANNA);

        assertThatThrownBy(() -> session.moveTo(Map.of("text", "x".repeat(5_000))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/cursor");
        assertThatThrownBy(() -> session.draft("here", Map.of("text", "x".repeat(70_000))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/content");
        for (int i = 0; i < 100; i++) {
            session.draft("place " + i, Map.of());
        }
        session.draft("place 7", Map.of("again", true));
        assertThatThrownBy(() -> session.draft("place 100", Map.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("draft number 101");
    }

    @Test
    void who_is_taken_off_the_project_is_out_at_once() {
        fixture.invite(project, BO);
        LiveSession session = fixture.studio.collaboration().join(project, BO);

        fixture.studio.collaboration().remove(project, ANNA, BO);

        assertThatThrownBy(session::touch).isInstanceOf(ProjectNotFoundException.class);
        assertThatThrownBy(session::drafts).isInstanceOf(ProjectNotFoundException.class);
    }

    @Test
    void the_tick_of_a_run_is_live_while_it_goes_on() {
        ProjectId complete = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(complete).scenarios().get(0).scenarioId();
        List<Integer> ticks = new ArrayList<>();
        fixture.studio.projects().watch(complete, ANNA, event -> {
            if (event instanceof JobProgressed progress
                    && progress.job().phase().startsWith("simulated month")) {
                ticks.add(fixture.simulation(complete).currentTick());
            }
        });

        fixture.act(
                complete,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", 2)));

        assertThat(ticks).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void a_client_that_was_away_gets_the_difference_and_sees_what_everybody_sees() throws Exception {
        ProjectId complete = fixture.aCompleteProject();
        fixture.invite(complete, BO);
        for (int edits = 1; edits <= 5; edits++) {
            ProjectState seen = fixture.state(complete);
            for (int i = 1; i <= edits; i++) {
                fixture.override(complete, "share[2024-0" + i + "]", 0.1 * edits);
                fixture.aScenario(complete, "Number " + edits + "." + i, Map.of("share", 0.5));
            }
            if (edits == 3) {
                fixture.studio.collaboration().join(complete, BO);
            }

            StateUpdate update = fixture.studio.projects().since(complete, ANNA, seen.revision());

            var mapper = new ObjectMapper();
            JsonNode patched = JsonPatch.apply(
                    mapper.readTree(StudioJson.write(update.patch())), mapper.readTree(StudioJson.write(seen)));
            assertThat(patched).isEqualTo(mapper.readTree(StudioJson.write(fixture.state(complete))));
            assertThat(update.to()).isEqualTo(fixture.state(complete).revision());
        }
        assertThatThrownBy(() -> fixture.studio.projects().since(complete, ANNA, 1_000_000))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Load the project");
    }

    @Test
    void each_window_has_an_id_by_which_others_tell_it_from_the_user_s_other_windows() {
        LiveSession one = fixture.studio.collaboration().join(project, ANNA);
        LiveSession other = fixture.studio.collaboration().join(project, ANNA);

        assertThat(fixture.studio.collaboration().present(project, ANNA))
                .extracting(Session::id)
                .containsExactly(one.id(), other.id());
    }

    @Test
    void what_no_json_can_say_is_refused_with_the_place() {
        LiveSession session = fixture.studio.collaboration().join(project, ANNA);

        assertThatThrownBy(() -> session.moveTo(Map.of("row", Double.NaN)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/cursor");
        assertThatThrownBy(() -> session.draft("name", Map.of("text", "half a pair: \uD83D")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("/content");
    }

    @Test
    void a_closed_window_says_that_it_is_closed() {
        LiveSession session = fixture.studio.collaboration().join(project, ANNA);
        session.close();

        assertThatThrownBy(session::touch)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("Join the project again.");
    }
}
