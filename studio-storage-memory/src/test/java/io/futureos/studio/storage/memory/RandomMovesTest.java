package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.FoldedForm;
import io.futureos.studio.change.FoldedForm.Folded;
import io.futureos.studio.change.History;
import io.futureos.studio.change.JournalForm;
import io.futureos.studio.change.Revision;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.Workbench;
import io.futureos.studio.workflow.WorkflowGraph;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever people do, in whatever order. */
class RandomMovesTest {

    /** Stands for what the scenario stage has to lose: that all scenarios fit. */
    private static final String ALL_FIT = "all fit";

    private static final String ALL_RUN = "all scenarios have run";

    private static final JsonSchema STATE = schema("contract/project-state.schema.json");

    @Provide
    Arbitrary<List<Move>> moves() {
        return Move.several(40);
    }

    @Provide
    Arbitrary<List<Move>> fewMoves() {
        return Move.several(6);
    }

    @Property(tries = 150)
    void folding_the_journal_gives_the_state_after_every_move(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        for (Move move : moves) {
            move.doIt(fixture, project, ANNA);

            try (StudioOrchestrator another = StudioOrchestrator.builder()
                    .storage(fixture.storage)
                    .engines(fixture.engines)
                    .build()) {
                assertThat(another.projects().load(project, ANNA)).isEqualTo(fixture.state(project));
            }
        }
    }

    @Property(tries = 100)
    void the_journalled_form_loses_nothing(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        moves.forEach(move -> move.doIt(fixture, project, ANNA));
        var form = new JournalForm();

        for (Revision revision : fixture.storage.journal().after(project, 0)) {
            String json = StudioJson.write(form.write(revision));
            @SuppressWarnings("unchecked")
            var read = (Map<String, Object>) Objects.requireNonNull(StudioJson.read(json));
            assertThat(form.read(read)).isEqualTo(revision);
        }
    }

    @Property(tries = 150)
    void undoing_everything_gives_back_every_cell_that_people_set(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.studio
                .projects()
                .create(new ProjectCreate(ANNA, "Empty", StudioFixture.QUESTION))
                .projectId();
        Map<CellPath, Object> before = inputs(folded(fixture, project));
        moves.forEach(move -> move.doIt(fixture, project, ANNA));

        undoEverything(fixture, project);

        assertThat(inputs(folded(fixture, project))).isEqualTo(before);
    }

    private static void undoEverything(StudioFixture fixture, ProjectId project) {
        try {
            while (true) {
                fixture.studio.workbench().undo(project, ANNA);
            }
        } catch (RefusedException e) {
            assertThat(e.code()).isEqualTo("nothing_to_undo");
        }
    }

    @Property(tries = 150)
    void what_is_stale_after_each_change_is_what_looking_at_everything_finds(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        moves.forEach(move -> move.doIt(fixture, project, ANNA));

        List<Revision> revisions = fixture.storage.journal().after(project, 0);
        Project folded = Project.empty(project, revisions.get(0).at());
        Assessment assessment = Assessment.of(folded);
        for (Revision revision : revisions) {
            folded = revision.applyTo(folded);
            assessment = assessment.after(folded, revision.paths());
            assertThat(assessment).isEqualTo(Assessment.of(folded));
        }
    }

    @Property(tries = 100)
    void a_checkpoint_loses_nothing(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        moves.forEach(move -> move.doIt(fixture, project, ANNA));
        List<Revision> revisions = fixture.storage.journal().after(project, 0);
        Project folded = Project.empty(project, revisions.get(0).at());
        History history = History.none();
        for (Revision revision : revisions) {
            folded = revision.applyTo(folded);
            history = history.with(revision);
        }

        String written = StudioJson.write(FoldedForm.write(new Folded(folded, history)));
        Folded read = FoldedForm.read(StudioJson.readOwn(written));

        assertThat(read.project()).isEqualTo(folded);
        assertThat(FoldedForm.write(read)).isEqualTo(FoldedForm.write(new Folded(folded, history)));
    }

    @Property(tries = 150)
    void whatever_the_contract_lists_is_invalidated_exactly_when_it_lost_something(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        WorkflowGraph graph = WorkflowGraph.standard();
        for (Move move : moves) {
            Made before = made(Assessment.of(folded(fixture, project)));
            long revision = fixture.state(project).revision();
            Optional<WorkbenchResponse> response = move.doIt(fixture, project, ANNA);
            boolean jobFollowed = response.isPresent() && fixture.state(project).revision() > revision + 1;
            if (response.isEmpty() || jobFollowed) {
                continue;
            }
            Made after = made(Assessment.of(folded(fixture, project)));
            List<String> mayLose =
                    Workbench.ofWireName(response.get().workbench())
                            .map(graph::downstream)
                            .orElseGet(graph::stages)
                            .stream()
                            .map(Workbench::wireName)
                            .toList();
            List<String> lost =
                    mayLose.stream().filter(stage -> lost(stage, before, after)).toList();

            assertThat(response.get().stateChanges().downstreamInvalidated())
                    .as("after %s", move)
                    .isEqualTo(lost);
        }
    }

    private static boolean lost(String stage, Made before, Made after) {
        return before.of(stage).stream()
                .anyMatch(
                        lane -> after.lanes().contains(lane) && !after.of(stage).contains(lane));
    }

    /**
     * What is up to date.
     *
     * @param lanes that exist
     * @param current the lanes with a current output, by stage
     */
    private record Made(Set<String> lanes, Map<String, Set<String>> current) {

        Set<String> of(String stage) {
            return current.getOrDefault(stage, Set.of());
        }
    }

    private static Made made(Assessment assessment) {
        var states = new ArrayList<LaneState>();
        List.of(Lane.DATA, Lane.POPULATION, Lane.REPORT).forEach(lane -> states.add(assessment.lane(lane)));
        states.addAll(assessment.scenarios());
        var lanes = new TreeSet<String>(Set.of(ALL_FIT, ALL_RUN));
        var current = new HashMap<String, Set<String>>();
        for (LaneState state : states) {
            lanes.add(state.lane().toString());
            if (state.isCurrent()) {
                current.computeIfAbsent(stageOf(state.lane()), stage -> new TreeSet<>())
                        .add(state.lane().toString());
            }
        }
        if (!assessment.scenarios().isEmpty() && assessment.scenarios().stream().allMatch(LaneState::isCurrent)) {
            current.computeIfAbsent("simulation", stage -> new TreeSet<>()).add(ALL_RUN);
        }
        if (assessment.isComplete(Workbench.SCENARIO)) {
            current.put("scenario", Set.of(ALL_FIT));
        }
        return new Made(lanes, current);
    }

    private static String stageOf(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION, DATA -> "data";
            case POPULATION -> "population";
            case SCENARIO -> "simulation";
            case REPORT, EXPORT, DELIVERY, RESOLUTION -> "report";
        };
    }

    @Property(tries = 150)
    void edit_run_undo_leaves_everything_current_without_an_engine_call(@ForAll("fewMoves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        long depth = undoable(fixture, project);
        moves.stream().filter(Move::isEdit).forEach(move -> move.doIt(fixture, project, ANNA));
        long edits = undoable(fixture, project) - depth;
        runWhatIsNeeded(fixture, project);
        int calls = fixture.engines.calls();

        for (long i = 0; i < edits; i++) {
            fixture.studio.workbench().undo(project, ANNA);
        }

        assertThat(fixture.state(project).status()).isEqualTo(ProjectStatus.COMPLETE);
        assertThat(fixture.engines.calls()).isEqualTo(calls);
    }

    private static long undoable(StudioFixture fixture, ProjectId project) {
        return fixture.storage.journal().after(project, 0).stream()
                .filter(Revision::reversible)
                .count();
    }

    private static void runWhatIsNeeded(StudioFixture fixture, ProjectId project) {
        fixture.act(project, "data", "refresh_data", Map.of());
        fixture.act(project, "population", "regenerate", Map.of());
        new ArrayList<>(fixture.state(project).scenarios()).forEach(scenario -> {
            try {
                fixture.act(
                        project,
                        "scenario",
                        "run_scenario",
                        Map.of("scenario_id", scenario.scenarioId().toString()));
            } catch (RefusedException e) {
                assertThat(e.code()).isEqualTo("scenario_does_not_fit");
            }
        });
    }

    @Property(tries = 100)
    void two_people_who_edit_different_cells_never_lose_an_edit(
            @ForAll("moves") List<Move> annas, @ForAll("moves") List<Move> bos) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        Map<String, Object> last = new TreeMap<>();
        for (int i = 0; i < Math.max(annas.size(), bos.size()); i++) {
            if (i < annas.size()) {
                last.put("a" + annas.get(i).pick(), setOverride(fixture, project, true, annas.get(i)));
            }
            if (i < bos.size()) {
                last.put("b" + bos.get(i).pick(), setOverride(fixture, project, false, bos.get(i)));
            }
        }

        Map<String, Object> found = new TreeMap<>();
        fixture.state(project)
                .workbenchStates()
                .data()
                .overrides()
                .forEach(override -> found.put(override.field(), override.value()));
        assertThat(found).isEqualTo(last);
    }

    private static Object setOverride(StudioFixture fixture, ProjectId project, boolean anna, Move move) {
        fixture.actAs(
                anna ? ANNA : BO,
                project,
                "data",
                "override_value",
                Map.of(
                        "override",
                        Map.of("field", (anna ? "a" : "b") + move.pick(), "value", move.value(), "reason", "because")));
        return (long) move.value();
    }

    @Property(tries = 100)
    void no_sequence_reaches_a_state_that_the_contracts_schema_refuses(@ForAll("moves") List<Move> moves) {
        var fixture = new StudioFixture();
        ProjectId project = fixture.aProject();
        for (Move move : moves) {
            move.doIt(fixture, project, ANNA);
        }

        ProjectState state = fixture.state(project);
        assertThat(STATE.validate(StudioJson.write(state), InputFormat.JSON)).isEmpty();
        assertThat(StudioJson.read(StudioJson.writeBytes(state), ProjectState.class))
                .isEqualTo(state);
    }

    private static Project folded(StudioFixture fixture, ProjectId project) {
        List<Revision> revisions = fixture.storage.journal().after(project, 0);
        Project folded = Project.empty(project, revisions.get(0).at());
        for (Revision revision : revisions) {
            for (Change<?> change : revision.changes()) {
                assertThat(change.before())
                        .as("the journal's chain")
                        .isEqualTo(change.cell().get(folded));
            }
            folded = revision.applyTo(folded);
        }
        return folded;
    }

    /** The cells that people set, without what was made of them. */
    private static Map<CellPath, Object> inputs(Project project) {
        var inputs = new TreeMap<CellPath, Object>();
        project.cells().forEach((path, value) -> {
            if (Cells.at(path).undoable() && !path.text().startsWith("made/")) {
                inputs.put(path, value);
            }
        });
        return inputs;
    }

    private static JsonSchema schema(String resource) {
        InputStream json =
                Objects.requireNonNull(RandomMovesTest.class.getClassLoader().getResourceAsStream(resource), resource);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    }
}
