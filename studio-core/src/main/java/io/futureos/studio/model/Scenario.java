package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A what-if scenario, as its cells describe it.
 *
 * @param rank where it stands in the analyst's order; the smallest comes first
 * @param overrides by variable, what the scenario sets (open values)
 * @param adjustments by dimension, what the scenario changes in the population: shares by category (open values)
 * @param shocks in the order of their ticks
 */
public record Scenario(
        ScenarioId id,
        String name,
        String description,
        long rank,
        Map<String, Object> overrides,
        Map<String, Map<String, Object>> adjustments,
        List<Shock> shocks) {

    private static final CellPath ALL = CellPath.of("scenario");
    private static final Comparator<Shock> BY_TICK =
            Comparator.comparingInt(Shock::tick).thenComparing(Shock::variable).thenComparingDouble(Shock::magnitude);

    public Scenario {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        overrides = Collections.unmodifiableMap(overrides);
        adjustments = Collections.unmodifiableMap(adjustments);
        shocks = inOrder(shocks);
    }

    private static List<Shock> inOrder(List<Shock> shocks) {
        if (shocks.size() < 2) {
            return List.copyOf(shocks);
        }
        var ordered = new ArrayList<Shock>(shocks);
        ordered.sort(BY_TICK);
        return Collections.unmodifiableList(ordered);
    }

    /** The scenario with this id, if the project has it. */
    public static Optional<Scenario> of(Project project, ScenarioId id) {
        return ScenarioCells.of(project, id);
    }

    /** The variables that it overrides or shocks, each once. */
    public Set<String> touched() {
        var touched = new LinkedHashSet<>(overrides.keySet());
        shocks.forEach(shock -> touched.add(shock.variable()));
        return Collections.unmodifiableSet(touched);
    }

    /** This scenario with one more shock. */
    public Scenario with(Shock shock) {
        var all = new ArrayList<>(shocks);
        all.add(shock);
        return new Scenario(id, name, description, rank, overrides, adjustments, all);
    }

    /** The ids of all scenarios, in the analyst's order. */
    public static List<ScenarioId> idsIn(Project project) {
        Set<Lane> lanes = new LinkedHashSet<>();
        for (Map.Entry<CellPath, Object> entry : project.under(ALL)) {
            List<String> segments = entry.getKey().segments();
            if (segments.size() == 3 && segments.get(2).equals("name")) {
                lanes.add(Lane.scenario(ScenarioId.of(segments.get(1))));
            }
        }
        return ordered(project, lanes);
    }

    /** The ids of those of these lanes whose scenario exists, in the analyst's order. */
    public static List<ScenarioId> ordered(Project project, Set<Lane> lanes) {
        return lanes.stream()
                .map(Lane::scenarioId)
                .filter(id -> project.get(Cells.scenarioName(id)).isPresent())
                .sorted(Comparator.comparingLong((ScenarioId id) ->
                                project.get(Cells.scenarioRank(id)).orElse(0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** All scenarios, in the analyst's order. */
    public static List<Scenario> allIn(Project project) {
        return idsIn(project).stream().map(id -> of(project, id).orElseThrow()).toList();
    }
}
