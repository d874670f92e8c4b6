package io.futureos.studio.runtime;

import io.futureos.studio.LedgerEntry;
import io.futureos.studio.ProjectLedger;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.TrackRecord;
import io.futureos.studio.model.TrackRecord.Entry;
import io.futureos.studio.report.OverrideReview;
import io.futureos.studio.storage.BlobStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out from a project's cells, and what was stored with its forecasts, how these turned out. */
final class Ledgers {

    private final BlobStore blobs;

    Ledgers(BlobStore blobs) {
        this.blobs = blobs;
    }

    ProjectLedger of(WorkingCopy copy) {
        Project project = copy.project();
        TrackRecord record = TrackRecord.of(project);
        Stamp resolved = record.resolution() == null
                ? null
                : project.stamps().get(Cells.resolution().path());
        Output review = copy.assessment().lane(Lane.RESOLUTION).current();
        List<LedgerEntry> all = entries(project, record);
        return new ProjectLedger(
                project.id(),
                record.resolution(),
                resolved == null ? null : resolved.actor(),
                resolved == null ? null : resolved.at(),
                all.stream().filter(entry -> entry.excluded() == null).toList(),
                all.stream().filter(entry -> entry.excluded() != null).toList(),
                review == null ? null : read(review.result(), OverrideReview.class),
                project.get(Cells.job(Lane.RESOLUTION)).map(JobRef::id).orElse(null),
                Failures.of(copy.assessment(), Lane.RESOLUTION));
    }

    private List<LedgerEntry> entries(Project project, TrackRecord record) {
        return record.entries().stream()
                .map(entry -> entry(project, entry, record.resolution()))
                .toList();
    }

    private LedgerEntry entry(Project project, Entry entry, @Nullable Resolution resolution) {
        ForecastDetails details = read(entry.forecast().details(), ForecastDetails.class);
        Resolution outcome = entry.excluded() == null ? resolution : null;
        double probability = entry.forecast().probability();
        return new LedgerEntry(
                project.id(),
                entry.report(),
                details.scenario(),
                probability,
                entry.forecast().asOf(),
                entry.published().actor(),
                entry.published().at(),
                entry.published().revision(),
                outcome == null ? null : (Boolean) outcome.answer(),
                outcome == null ? null : details.scores(probability, outcome),
                entry.excluded());
    }

    private <T> T read(BlobKey key, Class<T> type) {
        byte[] content = blobs.get(key)
                .orElseThrow(() -> new IllegalStateException(
                        "Blob " + key + " is missing from the blob store, although a project refers to it"));
        return StudioJson.read(content, type);
    }
}
