package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts that a project published, and which of them stood when the outcome became known. Only those count: whoever
 * publishes later knows the answer.
 *
 * @param resolution null as long as the outcome is not known
 * @param entries in the order in which they were published
 */
public record TrackRecord(@Nullable Resolution resolution, List<Entry> entries) {

    public TrackRecord {
        entries = List.copyOf(entries);
    }

    /** Why a forecast does not count. */
    public enum Exclusion {
        /** It was published when the outcome was known. */
        MADE_AFTER_OUTCOME,
        /** It knew months of a time at which the outcome was known. */
        AS_OF_AFTER_OUTCOME,
        /** It answers another question than the one that was resolved. */
        OTHER_QUESTION
    }

    /**
     * A published forecast.
     *
     * @param published who published it when, and by which revision
     * @param excluded null if it counts, or nothing is known yet
     */
    public record Entry(
            ReportId report,
            PublishedForecast forecast,
            Stamp published,
            @Nullable Exclusion excluded) {}

    /** What the project published so far. */
    public static TrackRecord of(Project project) {
        return of(project, project.get(Cells.resolution()).orElse(null));
    }

    /** The same if the question had turned out like this. */
    public static TrackRecord of(Project project, @Nullable Resolution resolution) {
        Room<PublishedForecast> room = Cells.publishedForecasts();
        var entries = new ArrayList<Entry>();
        room.in(project).forEach((id, forecast) -> {
            Stamp published = requireNonNull(project.stamps().get(room.cell(id).path()));
            entries.add(new Entry(ReportId.of(id), forecast, published, exclusion(resolution, forecast, published)));
        });
        entries.sort(Comparator.comparingLong(entry -> entry.published().revision()));
        return new TrackRecord(resolution, entries);
    }

    private static @Nullable Exclusion exclusion(
            @Nullable Resolution resolution, PublishedForecast forecast, Stamp published) {
        if (resolution == null) {
            return null;
        }
        if (!forecast.question().equals(resolution.question())) {
            return Exclusion.OTHER_QUESTION;
        }
        if (!published.at().isBefore(resolution.knownAt())) {
            return Exclusion.MADE_AFTER_OUTCOME;
        }
        return endOf(forecast.asOf()).isAfter(resolution.knownAt()) ? Exclusion.AS_OF_AFTER_OUTCOME : null;
    }

    /** The first moment after a month {@code YYYY-MM}, by universal time. */
    public static Instant endOf(String month) {
        return YearMonth.parse(month)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** The forecasts that count. */
    public List<Entry> standing() {
        return entries.stream().filter(entry -> entry.excluded() == null).toList();
    }

    /** The last forecast that stood when the outcome became known; empty if it is not known, or none did. */
    public Optional<Entry> last() {
        List<Entry> standing = standing();
        return resolution == null || standing.isEmpty()
                ? Optional.empty()
                : Optional.of(standing.get(standing.size() - 1));
    }
}
