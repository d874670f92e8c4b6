package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says when a version is to be cut that nobody asked for. Implementations are pure and safe for use by several threads. */
@FunctionalInterface
public interface VersionPolicy {

    /** The reason for cutting a version now, one sentence for people; empty if there is none. */
    Optional<String> reasonFor(Activity activity, Instant now);

    /**
     * What has happened in a project since its last version. All times are the journal's.
     *
     * @param firstChange the first change after the last version
     * @param resultsLanded whether a job has brought a result since
     * @param atWork whether a job is still at work
     */
    record Activity(Instant firstChange, Instant lastChange, boolean resultsLanded, boolean atWork) {

        public Activity {
            requireNonNull(firstChange, "firstChange");
            requireNonNull(lastChange, "lastChange");
        }
    }

    /** Five minutes after the last change, after ten minutes of editing, and once results that belong together are in. */
    static VersionPolicy standard() {
        return (activity, now) -> {
            if (activity.resultsLanded() && !activity.atWork()) {
                return Optional.of("Results arrived");
            }
            if (!now.isBefore(activity.lastChange().plus(Duration.ofMinutes(5)))) {
                return Optional.of("Saved after a pause");
            }
            return now.isBefore(activity.firstChange().plus(Duration.ofMinutes(10)))
                    ? Optional.empty()
                    : Optional.of("Saved while editing");
        };
    }
}
