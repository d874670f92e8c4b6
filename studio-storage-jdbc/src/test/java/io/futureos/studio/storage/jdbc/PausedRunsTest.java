package io.futureos.studio.storage.jdbc;

import static io.futureos.studio.storage.jdbc.MortalNode.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.SimulationAction.InjectShock;
import io.futureos.studio.action.SimulationAction.Pause;
import io.futureos.studio.action.SimulationAction.Replay;
import io.futureos.studio.action.SimulationAction.Resume;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.SimulationStatus;
import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that somebody paused stands where it stands, whatever becomes of the nodes, until somebody resumes it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PausedRunsTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final int LAST = 12;
    private static final int SHOCKED_AT = 4;

    private final MovableClock clock = MovableClock.standing();

    private MortalNode node() {
        return MortalNode.on(DATABASE, clock, delivery -> {});
    }

    @ParameterizedTest(name = "of a node that dies: {0}")
    @ValueSource(booleans = {false, true})
    void a_paused_run_outlives_its_node_and_goes_on_from_its_tick(boolean dies) {
        DATABASE.emptied();
        MortalNode first = node();
        ProjectId project = first.aProjectWithItsPopulation();
        ScenarioId scenario = first.aScenario(project, "Slow");
        first.engines.beforeTick(tick -> {
            if (tick == 7) {
                first.act(project, new Pause(scenario));
            }
        });
        first.act(project, new RunScenario(scenario));
        end(first, dies);

        try (MortalNode second = node()) {
            var ticks = new ArrayList<Integer>();
            second.engines.beforeTick(ticks::add);
            aDayGoesBy(second);

            assertThat(second.state(project).workbenchStates().simulation())
                    .extracting(SimulationState::status, SimulationState::currentTick, SimulationState::totalTicks)
                    .containsExactly(SimulationStatus.PAUSED, 7, LAST);
            assertThat(ticks).isEmpty();
            assertThat(second.act(project, new Replay(scenario, 7)).result()).containsKey("frame");

            second.act(project, new Resume(scenario));

            assertThat(ticks)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(8, LAST).boxed().toList());
            assertThat(second.state(project).workbenchStates().simulation().status())
                    .isEqualTo(SimulationStatus.COMPLETE);
        }
    }

    @Test
    void a_run_that_is_paused_at_every_tick_and_resumed_by_a_new_node_each_time_ends_as_if_nobody_had_touched_it() {
        DATABASE.emptied();
        ProjectId project;
        ScenarioId straight;
        ScenarioId touched;
        try (MortalNode node = node()) {
            project = node.aProjectWithItsPopulation();
            straight = node.aScenario(project, "In one go");
            touched = node.aScenario(project, "Tick by tick");
            node.engines.beforeTick(tick -> shock(node, project, straight, tick));
            node.act(project, new RunScenario(straight));
            node.engines.beforeTick(tick -> node.act(project, new Pause(touched)));
            node.act(project, new RunScenario(touched));
        }

        for (int tick = 1; tick < LAST; tick++) {
            MortalNode node = node();
            assertThat(node.state(project).workbenchStates().simulation().currentTick())
                    .isEqualTo(tick);
            node.engines.beforeTick(next -> {
                shock(node, project, touched, next);
                if (next < LAST) {
                    node.act(project, new Pause(touched));
                }
            });
            node.act(project, new Resume(touched));
            end(node, tick % 2 == 0);
        }

        try (MortalNode node = node()) {
            assertThat(frames(node, project, touched)).isEqualTo(frames(node, project, straight));
            for (int tick = 1; tick <= LAST; tick++) {
                assertThat(node.act(project, new Replay(touched, tick)).result().get("frame"))
                        .as("frame %d", tick)
                        .isEqualTo(node.act(project, new Replay(straight, tick))
                                .result()
                                .get("frame"));
            }
        }
    }

    @Test
    void a_pause_that_a_dying_node_did_not_live_to_see_is_made_by_the_one_that_takes_the_run_over() {
        DATABASE.emptied();
        MortalNode first = node();
        MortalNode second = node();
        ProjectId project = first.aProjectWithItsPopulation();
        ScenarioId straight = first.aScenario(project, "In one go");
        ScenarioId scenario = first.aScenario(project, "Slow");
        first.act(project, new RunScenario(straight));
        first.engines.beforeTick(tick -> {
            clock.pass(Duration.ofSeconds(2)); // so that there is a record now and then
            if (tick == 7) {
                second.act(project, new Pause(scenario));
                first.die();
            }
        });
        first.act(project, new RunScenario(scenario));

        aDayGoesBy(second);

        SimulationState paused = second.state(project).workbenchStates().simulation();
        assertThat(paused.status()).isEqualTo(SimulationStatus.PAUSED);
        assertThat(paused.currentTick()).as("what was recorded last").isBetween(1, 6);
        second.act(project, new Resume(scenario));
        assertThat(frames(second, project, scenario)).isEqualTo(frames(second, project, straight));
        second.close();
    }

    private static void shock(MortalNode node, ProjectId project, ScenarioId scenario, int tick) {
        if (tick == SHOCKED_AT) {
            node.act(project, new InjectShock(scenario, null, "share", 0.2));
        }
    }

    private static byte[] frames(MortalNode node, ProjectId project, ScenarioId scenario) {
        return node.studio().workbench().exportedFrames(project, ANNA, scenario, DataFormat.JSON);
    }

    private static void end(MortalNode node, boolean dies) {
        if (dies) {
            node.die();
        } else {
            node.close();
        }
    }

    /** A node looks again and again what it might do. */
    private void aDayGoesBy(MortalNode node) {
        for (Duration time : List.of(JobQueue.LEASE.plusSeconds(1), Duration.ofHours(1), Duration.ofHours(23))) {
            clock.pass(time);
            DATABASE.pass(time);
            node.studio().sweep();
        }
    }
}
