package io.futureos.studio.decide;

import static io.futureos.studio.decide.Decider.accepted;
import static io.futureos.studio.decide.Decider.refused;
import static java.util.Objects.requireNonNullElse;

import io.futureos.studio.action.ScenarioAction;
import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.action.ScenarioEdit;
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
import io.futureos.studio.workflow.LaneState;
import io.futureos.studio.workflow.ScenarioCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        Scenario made = scenario(id, action.config(), nextRank());
        Edits edits = edits();
        set(edits, blank(id), made, context.ids());
        return defined(edits, made, "Created scenario \"" + made.name() + "\"");
    }

    /** The scenario that the configuration describes. */
    static Scenario scenario(ScenarioId id, ScenarioConfig config, long rank) {
        return new Scenario(
                id,
                config.name(),
                config.description(),
                rank,
                config.variableOverrides(),
                weights(config.populationAdjustments()),
                config.shockEvents());
    }

    /** What a scenario that does not exist yet has. */
    static Scenario blank(ScenarioId id) {
        return new Scenario(id, "", "", 0, Map.of(), Map.of(), List.of());
    }

    /** Sets the cells in which {@code from}, as the project has it, differs from {@code to}. */
    static void set(Edits edits, Scenario from, Scenario to, Supplier<UUID> ids) {
        ScenarioId id = to.id();
        if (!to.name().equals(from.name())) {
            edits.set(Cells.scenarioName(id), to.name());
        }
        if (!to.description().equals(from.description())) {
            edits.set(Cells.scenarioDescription(id), to.description());
        }
        if (to.rank() != from.rank()) {
            edits.set(Cells.scenarioRank(id), to.rank());
        }
        if (!to.overrides().equals(from.overrides())) {
            edits.setAll(Cells.scenarioOverrides(id), to.overrides());
        }
        if (!to.adjustments().equals(from.adjustments())) {
            edits.setAll(Cells.scenarioAdjustments(id), to.adjustments());
        }
        if (!to.shocks().equals(from.shocks())) {
            edits.clearAll(Cells.scenarioShocks(id));
            to.shocks().forEach(shock -> edits.set(Cells.scenarioShock(id, ids.get()), shock));
        }
    }

    @Override
    public Decision editScenario(ScenarioAction.EditScenario action) {
        return of(action.scenario(), scenario -> {
            Scenario edited = edited(scenario, action.edit());
            Edits edits = edits();
            set(edits, scenario, edited, context.ids());
            return defined(edits, edited, "Edited scenario \"" + scenario.name() + "\"");
        });
    }

    private static Scenario edited(Scenario scenario, ScenarioEdit edit) {
        Map<String, Object> adjustments = edit.populationAdjustments();
        return new Scenario(
                scenario.id(),
                requireNonNullElse(edit.name(), scenario.name()),
                requireNonNullElse(edit.description(), scenario.description()),
                scenario.rank(),
                requireNonNullElse(edit.variableOverrides(), scenario.overrides()),
                adjustments == null ? scenario.adjustments() : weights(adjustments),
                requireNonNullElse(edit.shockEvents(), scenario.shocks()));
    }

    @Override
    public Decision duplicateScenario(ScenarioAction.DuplicateScenario action) {
        return of(action.scenario(), scenario -> {
            var id = new ScenarioId(context.ids().get());
            String name = action.newName() != null ? action.newName() : copyName(scenario.name());
            var copy = new Scenario(
                    id,
                    name,
                    scenario.description(),
                    nextRank(),
                    scenario.overrides(),
                    scenario.adjustments(),
                    scenario.shocks());
            Edits edits = edits();
            set(edits, blank(id), copy, context.ids());
            keepOutcome(edits, scenario.id(), id);
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
    private Decision defined(Edits edits, Scenario scenario, String summary) {
        var check = new ScenarioCheck(
                context.assessment().lane(Lane.DATA).shown(),
                context.assessment().lane(Lane.POPULATION).shown());
        return new Accepted(
                edits.changes(), Map.of("scenario_id", scenario.id().toString()), check.problems(scenario), summary);
    }

    private long nextRank() {
        return Scenario.idsIn(project).stream()
                        .mapToLong(id -> project.get(Cells.scenarioRank(id)).orElse(0L))
                        .max()
                        .orElse(0)
                + 1;
    }

    private static Map<String, Map<String, Object>> weights(Map<String, Object> adjustments) {
        var weights = new LinkedHashMap<String, Map<String, Object>>();
        adjustments.forEach((dimension, shares) -> weights.put(dimension, OpenValue.map((Map<?, ?>) shares)));
        return weights;
    }

    private Edits edits() {
        return new Edits(project);
    }
}
