package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The forecast in the headline of a generated report. It is never changed or taken away, whatever becomes of the report: once
 * the outcome is known, it is held against that.
 *
 * @param scenario that the headline was about
 * @param probability that the answer is yes
 * @param asOf the last month that the forecast knew, {@code YYYY-MM}
 * @param question that was answered, whatever its wording
 * @param basedOn the project's revision that the report was made from
 * @param details what scores need of the forecast, as JSON
 * @param needed what it would take to make the forecast again with another assumption
 */
public record PublishedForecast(
        ScenarioId scenario,
        double probability,
        String asOf,
        Fingerprint question,
        long basedOn,
        BlobKey details,
        List<BlobKey> needed) {

    public PublishedForecast {
        requireNonNull(scenario, "scenario");
        requireNonNull(asOf, "asOf");
        requireNonNull(question, "question");
        requireNonNull(details, "details");
        needed = List.copyOf(needed);
    }
}
