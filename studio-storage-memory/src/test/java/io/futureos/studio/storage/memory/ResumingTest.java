package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.WatchingClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.testkit.fault.FaultyStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResumingTest {

    private final StudioFixture fixture = new StudioFixture();
    private final ProjectId project = fixture.aProjectWithoutQuestion();

    @Test
    void a_client_that_was_away_gets_the_difference_and_then_what_follows() {
        var client = new WatchingClient(fixture.state(project));
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.aScenario(project, "What if", Map.of("share", 0.5));
        fixture.studio.projects().watch(project, ANNA, client.revision(), client);
        assertThat(client.view()).isEqualTo(json(fixture.state(project)));

        fixture.override(project, "share[2024-01]", 0.4);

        client.hasNothingToComplainOf();
        assertThat(client.events())
                .extracting(event -> (Object) event.getClass())
                .containsExactly(CaughtUp.class, RevisionCommitted.class);
    }

    @Test
    void a_client_that_missed_nothing_is_told_so() {
        ProjectState seen = fixture.state(project);
        var client = new WatchingClient(seen);

        fixture.studio.projects().watch(project, ANNA, seen.revision(), client);

        assertThat(client.events(CaughtUp.class))
                .singleElement()
                .matches(event -> event.from() == seen.revision() && event.to() == seen.revision());
        assertThat(client.view()).isEqualTo(json(seen));
    }

    @Test
    void what_is_committed_while_a_client_resumes_is_told_once() {
        var client = new WatchingClient(fixture.state(project));
        fixture.override(project, "share[2024-01]", 0.3);
        fixture.holdEvents();
        fixture.studio.projects().watch(project, ANNA, client.revision(), client);
        fixture.override(project, "share[2024-01]", 0.4);

        fixture.tellEvents();
        fixture.override(project, "share[2024-01]", 0.5);
        fixture.tellEvents();

        client.hasNothingToComplainOf();
        assertThat(client.events(CaughtUp.class)).extracting(CaughtUp::to).containsExactly(4L);
        assertThat(client.revisions()).containsExactly(5L);
    }

    @Test
    void a_revision_that_the_project_does_not_have_is_refused() {
        for (long wrong : new long[] {-1, 0, 3, 1_000_000}) {
            assertThatThrownBy(() -> fixture.studio.projects().watch(project, ANNA, wrong, event -> {}))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("is " + wrong + ", but the project's revisions go from 1 to 2")
                    .hasMessageContaining("Load the project");
        }
    }

    @Test
    void a_client_that_was_away_for_long_gets_one_difference() {
        var client = new WatchingClient(fixture.state(project));
        for (int i = 0; i < 1_500; i++) {
            fixture.override(project, "share[2024-01]", i);
        }

        fixture.studio.projects().watch(project, ANNA, client.revision(), client);

        assertThat(client.events()).singleElement().isInstanceOf(CaughtUp.class);
        assertThat(client.view()).isEqualTo(json(fixture.state(project)));
    }

    @Test
    void whatever_revision_a_client_has_any_node_brings_it_up_to_date() {
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, new TroubledLive());
        far.projects().load(project, ANNA);
        Map<Long, ProjectState> seen = new LinkedHashMap<>();
        for (int i = 0; i < 600; i++) {
            fixture.override(project, "share[2024-%02d]".formatted(1 + i % 12), i);
            if (i % 50 == 0) {
                fixture.studio.workbench().undo(project, ANNA);
            }
            if (i % 200 == 100) {
                fixture.sweepAfter(Duration.ofHours(1)); // a version and a checkpoint are due
            }
            if (i % 37 == 0) {
                ProjectState state = fixture.state(project);
                seen.put(state.revision(), state);
            }
        }
        JsonNode now = json(fixture.state(project));
        StudioOrchestrator newcomer = fixture.anotherNode(fixture.storage, new TroubledLive());

        seen.forEach((revision, state) -> {
            for (StudioOrchestrator node : List.of(fixture.studio, far, newcomer)) {
                StateUpdate update = node.projects().since(project, ANNA, revision);
                assertThat(JsonPatch.apply(json(update.patch()), json(state)))
                        .as("since revision " + revision)
                        .isEqualTo(now);
            }
        });
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void a_node_that_was_cut_off_for_long_tells_one_difference() {
        StudioOrchestrator far = fixture.anotherNode(fixture.storage, new TroubledLive());
        var client = new WatchingClient(fixture.state(project));
        far.projects().watch(project, ANNA, client);
        for (int i = 0; i <= 1_000; i++) {
            fixture.override(project, "share[2024-01]", i);
        }

        far.sweep();

        client.hasNothingToComplainOf();
        assertThat(client.events(CaughtUp.class)).singleElement().matches(event -> event.to() == 1_003);
        assertThat(client.revisions()).as("what the sweep itself did").containsExactly(1_004L);
    }

    @Test
    void a_view_that_was_taken_during_a_run_that_came_to_nothing_can_be_brought_up_to_date() {
        ProjectId complete = fixture.aCompleteProject();
        ScenarioId scenario = fixture.state(complete).scenarios().get(0).scenarioId();
        List<ProjectState> views = new ArrayList<>();
        fixture.studio.projects().watch(complete, ANNA, event -> {
            if (event instanceof JobProgressed progressed
                    && progressed.job().phase().startsWith("simulated month")) {
                views.add(fixture.state(complete));
                fixture.studio.jobs().cancel(complete, ANNA, progressed.job().id());
            }
        });
        fixture.act(
                complete,
                "simulation",
                "run",
                Map.of("scenario_id", scenario.toString(), "simulation_config", Map.of("replicates", 2)));

        ProjectState seen = views.get(0);
        assertThat(seen.workbenchStates().simulation().currentTick()).isZero();
        StateUpdate update = fixture.studio.projects().since(complete, ANNA, seen.revision());
        assertThat(JsonPatch.apply(json(update.patch()), json(seen))).isEqualTo(json(fixture.state(complete)));
    }

    @Test
    void ten_clients_that_ask_for_the_same_difference_at_the_same_time_cost_one() throws Exception {
        fixture.invite(project, BO);
        for (int i = 0; i < 50; i++) {
            fixture.override(project, "share[2024-01]", i);
        }
        var folds = new AtomicInteger();
        var storage = new FaultyStorage(fixture.storage, operation -> {
            if (operation.equals("journal.after")) {
                folds.incrementAndGet();
            }
            return Optional.empty();
        });
        StudioOrchestrator node = fixture.anotherNode(storage);
        node.projects().load(project, ANNA);
        folds.set(0);

        List<StateUpdate> updates = tenTimes(() -> node.projects().since(project, ANNA, 10));

        assertThat(folds).hasValue(1);
        assertThat(updates).hasSize(10).containsOnly(updates.get(0));
        node.collaboration().join(project, BO);
        StateUpdate later = node.projects().since(project, ANNA, 10);
        assertThat(folds).hasValue(1);
        assertThat(later.patch()).as("who is there is told as it is now").contains(activeUsers(BO.toString()));
    }

    private static Map<String, Object> activeUsers(String... users) {
        return Map.of("op", "add", "path", "/active_users", "value", List.of(users));
    }

    private static List<StateUpdate> tenTimes(Callable<StateUpdate> ask) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            var start = new CyclicBarrier(10);
            var answers = new ArrayList<Future<StateUpdate>>();
            for (int i = 0; i < 10; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return ask.call();
                }));
            }
            var updates = new ArrayList<StateUpdate>();
            for (Future<StateUpdate> answer : answers) {
                updates.add(answer.get(60, TimeUnit.SECONDS));
            }
            return updates;
        } finally {
            threads.shutdownNow();
        }
    }
}
