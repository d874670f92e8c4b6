package io.futureos.studio.examples.gallery;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.PopulationAction.Regenerate;
import io.futureos.studio.action.ReportAction.AddAnnotation;
import io.futureos.studio.action.ReportAction.Export;
import io.futureos.studio.action.ReportAction.Generate;
import io.futureos.studio.action.ScenarioAction.RunScenario;
import io.futureos.studio.action.Template;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.examples.analysts.Analyst;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectState.ScenarioState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.storage.memory.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The quickstart's project, at a time that stands still and with ids that are counted, so that its reports are the same bytes
 * whenever they are made.
 */
final class Norway implements AutoCloseable {

    /** The file in the folder of its data that says what it is made from. */
    static final String TEMPLATE = "template.json";

    private static final UserId ANALYST = UserId.of("6f1c2a6e-3d0b-4d61-9a52-0c1f6b1d7a01");
    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2025-01-13T08:00:00Z"), ZoneOffset.UTC);

    private final StudioOrchestrator studio;
    private final Analyst analyst;

    private Norway(StudioOrchestrator studio, Analyst analyst) {
        this.studio = studio;
        this.analyst = analyst;
    }

    /** Goes through all workbenches but the last. */
    static Norway forecast(Path data) throws IOException, InterruptedException {
        StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(InMemoryStorage.create(NEW_YEAR))
                .engines(LocalEngines.readingFrom(data))
                .exporters(ReportExporters.all())
                .clock(NEW_YEAR)
                .ids(counted())
                .sweepsItself(false)
                .build();
        Template template = studio.templates().read(Files.readString(data.resolve(TEMPLATE)));
        var create = new ProjectCreate(ANALYST, template.name(), null);
        var analyst = new Analyst(
                ANALYST, studio, studio.projects().create(create, template).projectId());
        analyst.getsDone(new RefreshData(true));
        analyst.getsDone(new Regenerate(null, null));
        for (ScenarioState scenario : analyst.state().scenarios()) {
            analyst.getsDone(new RunScenario(scenario.scenarioId()));
        }
        analyst.does(new AddAnnotation(
                "headline",
                "Agreed with the transport desk: we publish the probability, not the median.",
                "Kari Nordmann"));
        return new Norway(studio, analyst);
    }

    private static Supplier<UUID> counted() {
        var count = new AtomicLong();
        return () -> new UUID(0x4000L, Long.MIN_VALUE | count.incrementAndGet());
    }

    /** Generates and exports the report as the exhibit wants it. */
    void customise(Exhibit exhibit) throws InterruptedException {
        analyst.getsDone(new Generate(exhibit.edit()));
        for (ExportFormat format : formats()) {
            analyst.getsDone(new Export(format));
        }
    }

    List<ExportFormat> formats() {
        return ReportExporters.all().stream().map(ReportExporter::format).toList();
    }

    byte[] exported(ExportFormat format) {
        return studio.reports().exported(analyst.project(), analyst.id(), format);
    }

    @Override
    public void close() {
        studio.close();
    }
}
