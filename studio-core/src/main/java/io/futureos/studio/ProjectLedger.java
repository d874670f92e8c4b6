package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.Resolution;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.OverrideReview;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project forecast, and how that turned out.
 *
 * @param resolution null as long as the outcome is not known
 * @param resolvedBy who said so; null as long as nobody did
 * @param resolvedAt when they said so; null as long as nobody did
 * @param entries the forecasts that count or wait for the outcome, in the order in which they were published
 * @param refused the forecasts that do not count, each with its reason
 * @param review what the assumptions of the last forecast that counts were worth; null as long as that is not known
 * @param reviewing the job that finds that out; null if none is at it
 * @param failure why the last such job failed; null if it did not
 */
public record ProjectLedger(
        ProjectId project,
        @Nullable Resolution resolution,
        @Nullable UserId resolvedBy,
        @Nullable Instant resolvedAt,
        List<LedgerEntry> entries,
        List<LedgerEntry> refused,
        @Nullable OverrideReview review,
        @Nullable JobId reviewing,
        @Nullable Failure failure) {

    public ProjectLedger {
        requireNonNull(project, "project");
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }
}
