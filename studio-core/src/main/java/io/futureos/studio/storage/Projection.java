package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.ReportTemplate;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What tables show of a project beside what lists need, for whoever reads them with other programs. Nothing in the library
 * reads it, and the journal has all of it.
 *
 * @param scenarios in the analyst's order
 * @param reports all that the project has
 */
public record Projection(ProjectState state, List<ShownScenario> scenarios, List<ShownReport> reports) {

    public Projection {
        requireNonNull(state, "state");
        scenarios = List.copyOf(scenarios);
        reports = List.copyOf(reports);
    }

    /**
     * What is shown of a scenario.
     *
     * @param config in the form of the contract's {@code scenario_config} (an open object)
     * @param firstSetAt when the oldest of its cells was set as it is now
     * @param lastSetAt when the newest was
     */
    public record ShownScenario(
            ScenarioState state, Map<String, Object> config, Instant firstSetAt, Instant lastSetAt) {

        public ShownScenario {
            requireNonNull(state, "state");
            config = OpenValue.map(config);
            requireNonNull(firstSetAt, "firstSetAt");
            requireNonNull(lastSetAt, "lastSetAt");
        }
    }

    /**
     * What is shown of a report.
     *
     * @param template that the project is set to
     * @param content where the report is, as JSON
     * @param exports by format, where the files made of it are
     */
    public record ShownReport(ReportId id, ReportTemplate template, BlobKey content, Map<String, BlobKey> exports) {

        public ShownReport {
            requireNonNull(id, "id");
            requireNonNull(template, "template");
            requireNonNull(content, "content");
            exports = Map.copyOf(exports);
        }
    }
}
