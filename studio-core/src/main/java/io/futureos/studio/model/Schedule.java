package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * When a report is to be delivered, and to whom.
 *
 * @param frequency {@code daily}, {@code weekly}, {@code monthly} or an ISO-8601 repeating interval
 * @param timeZone an IANA time zone, for example {@code Europe/Oslo}
 */
public record Schedule(String frequency, String timeZone, List<String> recipients) {

    public Schedule {
        requireNonNull(frequency, "frequency");
        requireNonNull(timeZone, "timeZone");
        recipients = List.copyOf(recipients);
    }
}
