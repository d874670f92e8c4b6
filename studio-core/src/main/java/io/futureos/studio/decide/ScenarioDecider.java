package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.refused;

import io.futureos.studio.action.ScenarioAction;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.ScenarioEdit;
import io.futureos.studio.change.Change;
import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.decide.Decision.Asked;
import io.futureos.studio.decide.Inquiry.Compared;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Shock;
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.ScenarioCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides the actions of the scenario workbench. */
final class ScenarioDecider implements ScenarioAction.Cases<Decision> {

    private final DecideContext context;
    private final Project project;

    ScenarioDecider(DecideContext context) {
        this.context = context;
        this.project = context.project();
    }

    @Override
    public Decision createScenario(ScenarioAction.CreateScenario action) {
        var id = new ScenarioId(context.ids().get());
        ScenarioConfig config = action.config();
        Edits edits = edits();
        define(edits, id, config, nextRank(), context.ids());
        return defined(edits, id, "Created scenario \"" + config.name() + "\"");
    }

    /** Sets all cells of a new scenario. */
    static void define(Edits edits, ScenarioId id, ScenarioConfig config, long rank, Supplier<UUID> ids) {
        edits.set(Cells.scenarioName(id), config.name())
                .set(Cells.scenarioDescription(id), config.description())
                .set(Cells.scenarioRank(id), rank);
        setOverrides(edits, id, config.variableOverrides());
        setAdjustments(edits, id, config.populationAdjustments());
        setShocks(edits, id, config.shockEvents(), ids);
    }

    @Override
    public Decision editScenario(ScenarioAction.EditScenario action) {
        return of(action.scenario(), scenario -> {
            ScenarioEdit edit = action.edit();
            ScenarioId id = scenario.id();
            Edits edits = edits();
            if (edit.name() != null) {
                edits.set(Cells.scenarioName(id), edit.name());
            }
            if (edit.description() != null) {
                edits.set(Cells.scenarioDescription(id), edit.description());
            }
            if (edit.variableOverrides() != null) {
                edits.clearAll(Cells.scenarioOverrides(id));
                setOverrides(edits, id, edit.variableOverrides());
            }
            if (edit.populationAdjustments() != null) {
                edits.clearAll(Cells.scenarioAdjustments(id));
                setAdjustments(edits, id, edit.populationAdjustments());
            }
            if (edit.shockEvents() != null && !edit.shockEvents().equals(scenario.shocks())) {
                edits.clearAll(Cells.scenarioShocks(id));
                setShocks(edits, id, edit.shockEvents(), context.ids());
            }
            return defined(edits, id, "Edited scenario \"" + scenario.name() + "\"");
        });
    }

    @Override
    public Decision duplicateScenario(ScenarioAction.DuplicateScenario action) {
        return of(action.scenario(), scenario -> {
            var copy = new ScenarioId(context.ids().get());
            String name = action.newName() != null ? action.newName() : copyName(scenario.name());
            Edits edits = edits().set(Cells.scenarioName(copy), name)
                    .set(Cells.scenarioDescription(copy), scenario.description())
                    .set(Cells.scenarioRank(copy), nextRank());
            scenario.overrides().forEach((variable, value) -> edits.set(Cells.scenarioOverride(copy, variable), value));
            scenario.adjustments()
                    .forEach((dimension, shares) -> edits.set(Cells.scenarioAdjustment(copy, dimension), shares));
            setShocks(edits, copy, scenario.shocks(), context.ids());
            keepOutcome(edits, scenario.id(), copy);
            return defined(edits, copy, "Duplicated scenario \"" + scenario.name() + "\"");
        });
    }

    /** The copy has the same inputs, so what was made from them is its outcome too. */
    private void keepOutcome(Edits edits, ScenarioId from, ScenarioId to) {
        LaneState run = context.assessment().lane(Lane.scenario(from));
        if (run.inputs() != null && run.current() != null) {
            edits.set(Cells.made(Lane.scenario(to), run.inputs().fingerprint()), run.current());
            project.get(Cells.runRecord(from)).ifPresent(record -> edits.set(Cells.runRecord(to), record));
        }
    }

    private String copyName(String name) {
        String copy = name + " (copy)";
        int limit = context.limits().nameLength();
        return copy.length() <= limit ? copy : name;
    }

    @Override
    public Decision deleteScenario(ScenarioAction.DeleteScenario action) {
        return of(action.scenario(), scenario -> {
            ScenarioId id = scenario.id();
            Edits edits = edits().clearUnder(CellPath.of("scenario", id.toString()))
                    .clearAll(Cells.made(Lane.scenario(id)))
                    .clear(Cells.failure(Lane.scenario(id)));
            forgetRun(edits, id);
            return accepted(edits, "Deleted scenario \"" + scenario.name() + "\"");
        });
    }

    /** Ends what goes on in a scenario that is no more. */
    static void forgetRun(Edits edits, ScenarioId id) {
        edits.clearAll(Cells.injectedShocks(id))
                .clear(Cells.job(Lane.scenario(id)))
                .clear(Cells.runControl(id))
                .clear(Cells.runRecord(id));
    }

    @Override
    public Decision compareScenarios(ScenarioAction.CompareScenarios action) {
        var compared = new ArrayList<Compared>();
        for (ScenarioId id : action.scenarios()) {
            Scenario scenario = Scenario.of(project, id).orElse(null);
            if (scenario == null) {
                return unknown(id);
            }
            LaneState run = context.assessment().lane(Lane.scenario(id));
            compared.add(new Compared(id, scenario.name(), run.shown(), run.isStale()));
        }
        return new Asked(new Inquiry.Comparison(compared));
    }

    @Override
    public Decision runScenario(ScenarioAction.RunScenario action) {
        return of(action.scenario(), scenario -> new RunStart(context).start(scenario, edits()));
    }

    private Decision of(ScenarioId id, Function<Scenario, Decision> decide) {
        return Scenario.of(project, id).map(decide).orElseGet(() -> unknown(id));
    }

    private Decision unknown(ScenarioId id) {
        return refused(unknownScenario(project, id));
    }

    static Refusal unknownScenario(Project project, ScenarioId id) {
        return new Refusal.UnknownScenario(
                id, Scenario.idsIn(project).stream().map(ScenarioId::toString).toList());
    }

    /** Accepts with the scenario's id, and warns of what will keep it from running. */
    private Decision defined(Edits edits, ScenarioId id, String summary) {
        Project after = project;
        for (Change<?> change : edits.changes()) {
            after = change.applyTo(after);
        }
        var check = new ScenarioCheck(
                context.assessment().lane(Lane.DATA).shown(),
                context.assessment().lane(Lane.POPULATION).shown());
        List<String> warnings = Scenario.of(after, id).map(check::problems).orElse(List.of());
        return new Accepted(edits.changes(), Map.of("scenario_id", id.toString()), warnings, summary);
    }

    private long nextRank() {
        return Scenario.idsIn(project).stream()
                        .mapToLong(id -> project.get(Cells.scenarioRank(id)).orElse(0L))
                        .max()
                        .orElse(0)
                + 1;
    }

    private static void setOverrides(Edits edits, ScenarioId id, Map<String, Object> overrides) {
        overrides.forEach((variable, value) -> edits.set(Cells.scenarioOverride(id, variable), value));
    }

    private static void setAdjustments(Edits edits, ScenarioId id, Map<String, Object> adjustments) {
        adjustments.forEach((dimension, shares) ->
                edits.set(Cells.scenarioAdjustment(id, dimension), OpenValue.map((Map<?, ?>) shares)));
    }

    private static void setShocks(Edits edits, ScenarioId id, List<Shock> shocks, Supplier<UUID> ids) {
        shocks.forEach(shock -> edits.set(Cells.scenarioShock(id, ids.get()), shock));
    }

    private Edits edits() {
        return new Edits(project);
    }
}
