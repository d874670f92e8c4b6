package io.futureos.studio.bench;

import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.PopulationAdjustment;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.DataState;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import io.futureos.studio.model.ProjectState.PopulationState;
import io.futureos.studio.model.ProjectState.WorkbenchStates;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A state of about ten megabytes as JSON: log entries, overrides and adjustments, about a third each. */
final class LargeState {

    private static final Instant START = Instant.parse("2025-01-01T09:00:00.123456Z");
    private static final UserId ANALYST = UserId.of("00000000-0000-4000-8000-00000000a11a");

    private LargeState() {}

    /** The state of a real project, grown. */
    static ProjectState create() {
        ProjectState small;
        try (var project = new BenchProject(20, 100, 0)) {
            small = project.execute(project.editsOf(0).get(0)).updatedProjectState();
        }
        WorkbenchStates stages = small.workbenchStates();
        DataState data = stages.data();
        PopulationState population = stages.population();
        return new ProjectState(
                small.projectId(),
                small.userId(),
                small.teamId(),
                small.projectName(),
                small.description(),
                small.createdAt(),
                small.updatedAt(),
                small.version(),
                small.status(),
                small.predictionTaskId(),
                small.dataPackageId(),
                small.populationId(),
                small.scenarios(),
                new WorkbenchStates(
                        new DataState(
                                data.status(),
                                overrides(),
                                data.customSources(),
                                data.lastAccessed(),
                                data.freshness()),
                        new PopulationState(
                                population.status(), adjustments(), population.lastAccessed(), population.freshness()),
                        stages.scenario(),
                        stages.simulation(),
                        stages.report()),
                log(),
                small.collaborators(),
                small.activeUsers(),
                small.revision(),
                small.predictionTask());
    }

    private static List<ModificationEntry> log() {
        return IntStream.range(0, 16_000)
                .mapToObj(i -> new ModificationEntry(
                        START.plusSeconds(i),
                        ANALYST,
                        "scenario",
                        "edit_scenario",
                        "Edited scenario \"As things stand\"",
                        true))
                .toList();
    }

    private static List<DataOverride> overrides() {
        return IntStream.range(0, 20_000)
                .mapToObj(i -> new DataOverride(
                        "new_cars.battery_electric[" + i + "]",
                        i % 2 == 0 ? (Object) (1_000 + i) : (Object) (i / 7.0),
                        "The registry published a correction of this month's figure; see its note on revisions."))
                .toList();
    }

    private static List<PopulationAdjustment> adjustments() {
        return IntStream.range(0, 14_000)
                .mapToObj(i -> new PopulationAdjustment("dimension_" + i, shares(i), shares(i + 1)))
                .toList();
    }

    private static Map<String, Object> shares(int seed) {
        double share = seed % 97 / 97.0;
        return Map.of("under 30", share, "30 to 66", (1 - share) / 2, "67 and above", (1 - share) / 2);
    }
}
