package io.futureos.studio.bench.postgres;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.bench.BenchProject;
import io.futureos.studio.bench.IdleEngines;
import io.futureos.studio.bench.postgres.Floor.Document;
import java.sql.SQLException;
import java.util.UUID;

/** What is measured of new projects. */
final class Creating {

    private static final int TURNS = 300;
    private static final double AIM = 1;

    private Creating() {}

    static void measure(BenchDatabase database, Report report) throws SQLException {
        var create = new ProjectCreate(BenchProject.ANALYST, "Norway goes electric", null);
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                        .storage(database.storage())
                        .engines(new IdleEngines())
                        .sweepsItself(false)
                        .build();
                Floor floor = database.floor()) {
            Document document = Document.of(studio.projects().create(create));
            Paired creation = Paired.measure(
                    TURNS,
                    () -> floor.create(document.under(UUID.randomUUID())),
                    () -> studio.projects().create(create));
            report.add("create", "new", creation, AIM);
        }
    }
}
