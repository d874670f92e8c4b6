package io.futureos.studio.bench.postgres;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.bench.IdleEngines;
import io.futureos.studio.model.UserId;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is measured of a user who has ten thousand projects, beside others who have as many. */
final class Listing {

    private static final int PROJECTS = 10_000;
    private static final int PAGE = 50;
    private static final int TURNS = 200;
    private static final UserId USER = UserId.of("00000000-0000-4000-8000-0000000011d7");

    private Listing() {}

    static void measure(BenchDatabase database, Report report) throws SQLException {
        try (StudioOrchestrator studio = StudioOrchestrator.builder()
                        .storage(database.storage())
                        .engines(new IdleEngines())
                        .sweepsItself(false)
                        .build();
                Floor floor = database.floor()) {
            IntStream.range(0, PROJECTS)
                    .parallel()
                    .forEach(i -> studio.projects().create(new ProjectCreate(USER, "Project " + i, null)));
            floor.run("INSERT INTO studio_projects (project_id, user_id, project_name, updated_at)"
                    + " SELECT project_id, user_id, project_name, updated_at FROM public.studio_projects");
            database.run("VACUUM ANALYZE");
            Paired list = Paired.measure(
                    TURNS,
                    () -> floor.list(USER.value()),
                    () -> studio.projects().list(USER, null, PAGE));
            report.add("list 50 of 10,000 projects", "", list, null);
            report.add(
                    "list 50 of 10,000 projects",
                    String.format(Locale.ROOT, "median %.1f ms", list.ourMillis()),
                    "10 ms");
        }
    }
}
