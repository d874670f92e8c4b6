package io.futureos.studio.runtime;

import io.futureos.studio.change.Edits;
import io.futureos.studio.model.Cell;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Room;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.Shock;
import io.futureos.studio.report.ForecastScores;
import io.futureos.studio.report.OverrideVerdict;
import io.futureos.studio.report.OverrideVerdict.Kind;
import io.futureos.studio.report.OverrideVerdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person set by hand, which a forecast rests on.
 *
 * @param project in which it stands
 * @param cell that holds it
 * @param value what it was set to (open value)
 * @param reason why; null where none is asked for
 */
record Assumption(
        Project project,
        Cell<?> cell,
        Kind kind,
        String place,
        @Nullable Object value,
        @Nullable String reason) {

    /** All assumptions that a forecast of the scenario rests on, in the order of the workbenches and of the cells' paths. */
    static List<Assumption> in(Project project, ScenarioId scenario) {
        var all = new ArrayList<Assumption>();
        Cells.dataOverrides()
                .in(project)
                .forEach((field, override) -> all.add(new Assumption(
                        project,
                        Cells.dataOverride(field),
                        Kind.DATA_OVERRIDE,
                        field,
                        override.value(),
                        override.reason())));
        Cells.adjustments()
                .in(project)
                .forEach((dimension, adjustment) -> all.add(new Assumption(
                        project,
                        Cells.adjustment(dimension),
                        Kind.POPULATION_ADJUSTMENT,
                        dimension,
                        adjustment.modified(),
                        null)));
        Cells.archetypes()
                .in(project)
                .forEach((id, edit) -> all.add(
                        new Assumption(project, Cells.archetype(id), Kind.ARCHETYPE_EDIT, id, edit.modified(), null)));
        Cells.scenarioOverrides(scenario)
                .in(project)
                .forEach((variable, value) -> all.add(new Assumption(
                        project,
                        Cells.scenarioOverride(scenario, variable),
                        Kind.SCENARIO_OVERRIDE,
                        variable,
                        value,
                        null)));
        Cells.scenarioAdjustments(scenario)
                .in(project)
                .forEach((dimension, shares) -> all.add(new Assumption(
                        project,
                        Cells.scenarioAdjustment(scenario, dimension),
                        Kind.SCENARIO_ADJUSTMENT,
                        dimension,
                        shares,
                        null)));
        all.addAll(shocks(project, scenario));
        return all;
    }

    /** By what they are, since their ids say nothing. */
    private static List<Assumption> shocks(Project project, ScenarioId scenario) {
        Room<Shock> room = Cells.scenarioShocks(scenario);
        return room.in(project).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Shock::tick)
                        .thenComparing(Shock::variable)
                        .thenComparingDouble(Shock::magnitude)))
                .map(entry -> {
                    Shock shock = entry.getValue();
                    return new Assumption(
                            project, room.cell(entry.getKey()), Kind.SHOCK, shock.variable(), Cells.open(shock), null);
                })
                .toList();
    }

    /** The project without it. */
    Project leftOut() {
        return new Edits(project).clear(cell).applied();
    }

    OverrideVerdict judged(
            @Nullable Double probabilityWithout,
            @Nullable ForecastScores scoresWithout,
            Verdict verdict,
            @Nullable String problem) {
        return new OverrideVerdict(kind, place, value, reason, probabilityWithout, scoresWithout, verdict, problem);
    }
}
