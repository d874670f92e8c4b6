package io.futureos.studio.examples.quickstart;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.Template;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.storage.memory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The lines that the README shows, so that they compile and run. */
final class FirstSteps {

    private FirstSteps() {}

    /** Builds a Studio in memory, creates a project from a template and collects its data. */
    static ProjectStatus run(UserId analyst, Path data) throws IOException, InterruptedException {
        // README begins
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(InMemoryStorage.create())
                .engines(LocalEngines.readingFrom(data))
                .exporters(ReportExporters.all())
                .build()) {
            Template template = studio.templates().read(Files.readString(data.resolve("template.json")));
            ProjectState project = studio.projects().create(new ProjectCreate(analyst, "Norway", null), template);
            WorkbenchResponse refresh = studio.workbench().execute(project.projectId(), analyst, new RefreshData(true));
            studio.jobs().await(project.projectId(), analyst, refresh.startedJob(), Duration.ofMinutes(1));
            return studio.projects().load(project.projectId(), analyst).status(); // DATA_READY
        }
        // README ends
    }
}
