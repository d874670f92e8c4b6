package io.futureos.studio.storage.jdbc;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.Projection.ShownReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reports as rows. A report never changes, so its row is written once; only where its files are comes later. */
final class ReportRows {

    private final BlobStore blobs;

    ReportRows(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Adds those that the table lacks, and says where the files of all are. A report that can't be found is left out. */
    void write(Handle handle, ProjectId project, List<ShownReport> reports) {
        Set<UUID> known = handle.createQuery("SELECT report_id FROM studio_reports WHERE project_id = :project")
                .bind("project", project.value())
                .mapTo(UUID.class)
                .set();
        for (ShownReport report : reports) {
            if (known.contains(report.id().value())) {
                showFiles(handle, report);
            } else {
                content(report).ifPresent(content -> insert(handle, project, report, content));
            }
        }
    }

    private Optional<GeneratedReport> content(ShownReport report) {
        return blobs.get(report.content()).map(json -> StudioJson.read(json, GeneratedReport.class));
    }

    private static void insert(Handle handle, ProjectId project, ShownReport report, GeneratedReport generated) {
        handle.createUpdate("""
                        INSERT INTO studio_reports (
                          report_id, project_id, template, content, export_urls, generated_at)
                        VALUES (
                          :id, :project, :template, CAST(:content AS JSONB), CAST(:exports AS JSONB), :generatedAt)
                        ON CONFLICT (report_id) DO NOTHING""")
                .bind("id", report.id().value())
                .bind("project", project.value())
                .bind("template", report.template().wireName())
                .bind("content", new Jsonb(StudioJson.write(generated.content())))
                .bind("exports", exports(report))
                .bind("generatedAt", Utc.column(generated.generatedAt()))
                .execute();
    }

    private static void showFiles(Handle handle, ShownReport report) {
        handle.createUpdate("""
                        UPDATE studio_reports SET export_urls = CAST(:exports AS JSONB)
                        WHERE report_id = :id AND export_urls <> CAST(:exports AS JSONB)""")
                .bind("id", report.id().value())
                .bind("exports", exports(report))
                .execute();
    }

    private static Jsonb exports(ShownReport report) {
        Map<String, Object> urls = new LinkedHashMap<>();
        report.exports().forEach((format, blob) -> urls.put(format, "blob:" + blob));
        return new Jsonb(StudioJson.write(urls));
    }
}
