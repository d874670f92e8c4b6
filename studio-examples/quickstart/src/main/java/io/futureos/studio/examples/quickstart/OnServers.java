package io.futureos.studio.examples.quickstart;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.RefreshData;
import io.futureos.studio.action.Template;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.jdbc.StudioSchema;
import io.futureos.studio.storage.redis.RedisLive;
import io.futureos.studio.storage.s3.S3BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** The lines that the README shows of a Studio on servers, so that they compile and run. */
final class OnServers {

    private OnServers() {}

    /** Builds a Studio on PostgreSQL, Redis and S3, and collects data for a project there, which outlives it. */
    static ProjectId run(DataSource dataSource, String redis, String bucket, String region, Path data, UserId analyst)
            throws IOException, InterruptedException {
        // README servers begin
        StudioSchema.migrate(dataSource); // or run what StudioSchema.sql() prints
        RedisLive live = RedisLive.connect(redis); // redis://user:password@host:6379
        S3BlobStore blobs = S3BlobStore.builder(bucket, region).build();
        StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(PostgresStorage.over(dataSource).with(blobs))
                .live(live)
                .engines(LocalEngines.readingFrom(data))
                .exporters(ReportExporters.all())
                .build();
        // README servers end
        try (blobs;
                live;
                studio) {
            Template template = studio.templates().read(Files.readString(data.resolve("template.json")));
            ProjectId project = studio.projects()
                    .create(new ProjectCreate(analyst, "Norway", null), template)
                    .projectId();
            WorkbenchResponse refresh = studio.workbench().execute(project, analyst, new RefreshData(true));
            studio.jobs().await(project, analyst, refresh.startedJob(), Duration.ofMinutes(1));
            return project;
        }
    }
}
