package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.TrackRecord.Exclusion;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.ForecastScores;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A forecast that was published: the headline of a report, by whoever had it generated.
 *
 * @param scenario the name of the scenario that the headline was about, as it was then
 * @param probability that the answer is yes
 * @param asOf the last month that the forecast knew, {@code YYYY-MM}
 * @param publishedAt when the report was filed
 * @param revision the revision that filed it
 * @param answer what came; null as long as that is not known, and for a forecast that does not count
 * @param scores null as long as the outcome is not known, and for a forecast that does not count
 * @param excluded why the forecast does not count; null if it does
 */
public record LedgerEntry(
        ProjectId project,
        ReportId report,
        String scenario,
        double probability,
        String asOf,
        UserId publishedBy,
        Instant publishedAt,
        long revision,
        @Nullable Boolean answer,
        @Nullable ForecastScores scores,
        @Nullable Exclusion excluded) {

    public LedgerEntry {
        requireNonNull(project, "project");
        requireNonNull(report, "report");
        requireNonNull(scenario, "scenario");
        requireNonNull(asOf, "asOf");
        requireNonNull(publishedBy, "publishedBy");
        requireNonNull(publishedAt, "publishedAt");
    }

    /** Whether it waits for its outcome. */
    public boolean isOpen() {
        return scores == null && excluded == null;
    }
}
