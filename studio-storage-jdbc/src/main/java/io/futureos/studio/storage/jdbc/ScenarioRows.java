package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.storage.Projection.ShownScenario;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The scenarios of a project as rows. */
final class ScenarioRows {

    /** A row keeps the time at which it came; one that says the same stays as it is. */
    private static final String UPSERT = """
            INSERT INTO studio_scenarios AS known (
              scenario_id, project_id, name, description, config, status, simulation_id, ensemble_id, created_at,
              updated_at)
            VALUES (
              :id, :project, :name, :description, CAST(:config AS JSONB), :status, :simulation, :ensemble, :createdAt,
              :updatedAt)
            ON CONFLICT (scenario_id) DO UPDATE SET
              name = excluded.name, description = excluded.description, config = excluded.config,
              status = excluded.status, simulation_id = excluded.simulation_id, ensemble_id = excluded.ensemble_id,
              updated_at = excluded.updated_at
            WHERE (known.name, known.description, known.config, known.status, known.simulation_id, known.ensemble_id,
                   known.updated_at)
              IS DISTINCT FROM (excluded.name, excluded.description, excluded.config, excluded.status,
                   excluded.simulation_id, excluded.ensemble_id, excluded.updated_at)""";

    private ScenarioRows() {}

    /** Has the table show these scenarios of the project and no others. */
    static void write(Handle handle, ProjectId project, List<ShownScenario> scenarios) {
        deleteOthers(handle, project, scenarios);
        if (scenarios.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(UPSERT);
        for (ShownScenario scenario : scenarios) {
            ScenarioState state = scenario.state();
            rows.bind("id", state.scenarioId().value())
                    .bind("project", project.value())
                    .bind("name", state.name())
                    .bind("description", state.description())
                    .bind("config", new Jsonb(StudioJson.write(scenario.config())))
                    .bind("status", state.status().wireName())
                    .bind("simulation", state.simulationId())
                    .bind("ensemble", state.ensembleId())
                    .bind("createdAt", Utc.column(scenario.firstSetAt()))
                    .bind("updatedAt", Utc.column(scenario.lastSetAt()))
                    .add();
        }
        rows.execute();
    }

    private static void deleteOthers(Handle handle, ProjectId project, List<ShownScenario> scenarios) {
        handle.createUpdate("DELETE FROM studio_scenarios WHERE project_id = :project AND scenario_id <> ALL (:ids)")
                .bind("project", project.value())
                .bindArray(
                        "ids",
                        UUID.class,
                        scenarios.stream()
                                .map(scenario -> scenario.state().scenarioId().value())
                                .toList())
                .execute();
    }
}
