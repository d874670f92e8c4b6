package io.futureos.studio.runtime;

import io.futureos.studio.action.ScenarioConfig;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.Scenario;
import io.futureos.studio.storage.Projection;
import io.futureos.studio.storage.Projection.ShownReport;
import io.futureos.studio.storage.Projection.ShownScenario;
import io.futureos.studio.workflow.Assessment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out what tables show of a project. */
final class Projections {

    private Projections() {}

    static Projection of(WorkingCopy copy) {
        List<ShownScenario> scenarios = copy.state().scenarios().stream()
                .map(state -> shown(copy.project(), state))
                .toList();
        return new Projection(copy.state(), scenarios, reports(copy.project(), copy.assessment()));
    }

    private static ShownScenario shown(Project project, ScenarioState state) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        CellPath room = CellPath.of("scenario", state.scenarioId().toString());
        for (var stamp : project.stampsUnder(room)) {
            Instant at = stamp.getValue().at();
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        }
        Scenario scenario = Scenario.of(project, state.scenarioId()).orElseThrow();
        return new ShownScenario(state, ScenarioConfig.of(scenario).toJson(), first, last);
    }

    private static List<ShownReport> reports(Project project, Assessment assessment) {
        ReportConfig config = project.get(Cells.reportConfig()).orElseGet(ReportConfig::standard);
        Output newest = assessment.lane(Lane.REPORT).shown();
        return Cells.made(Lane.REPORT).in(project).values().stream()
                .map(report -> new ShownReport(
                        new ReportId(report.id()),
                        config.template(),
                        report.result(),
                        report.equals(newest) ? exports(assessment) : Map.of()))
                .toList();
    }

    private static Map<String, BlobKey> exports(Assessment assessment) {
        Map<String, BlobKey> exports = new LinkedHashMap<>();
        for (ExportFormat format : ExportFormat.values()) {
            Output file = assessment.export(format).current();
            if (file != null) {
                exports.put(format.wireName(), file.result());
            }
        }
        return exports;
    }
}
