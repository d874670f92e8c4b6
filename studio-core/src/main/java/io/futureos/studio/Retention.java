package io.futureos.studio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a Studio keeps what is not needed any more. A node looks through everything once a day, so things may stay a day
 * longer. All Studios on one storage are given the same.
 *
 * @param exports how long the file stays that a report was exported to; null for good
 * @param deletedProjects how long an owner can restore a deleted project, before it is gone with everything that was kept of
 *     it; null for good
 * @param unusedBlobs how long a blob stays after it was put last and nothing refers to it any more; null for good. Longer
 *     than any job takes. A database that is set back to a backup of this age finds its blobs
 */
public record Retention(
        @Nullable Duration exports,
        @Nullable Duration deletedProjects,
        @Nullable Duration unusedBlobs) {

    /** Nothing is kept for a shorter time. */
    public static final Duration SHORTEST = Duration.ofHours(1);

    public Retention {
        requireLongEnough("Exported files", exports);
        requireLongEnough("Deleted projects", deletedProjects);
        requireLongEnough("Blobs that nothing refers to", unusedBlobs);
    }

    /** Exported files for 90 days, deleted projects and unused blobs for 30. */
    public static Retention standard() {
        return new Retention(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(30));
    }

    /** Everything for good. */
    public static Retention forGood() {
        return new Retention(null, null, null);
    }

    private static void requireLongEnough(String what, @Nullable Duration kept) {
        if (kept != null && kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(what + " can't be kept for " + kept + "; give " + SHORTEST
                    + " or more, or null to keep them for good");
        }
    }
}
