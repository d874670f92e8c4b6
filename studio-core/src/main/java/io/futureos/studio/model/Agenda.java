package io.futureos.studio.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the Studio has to do in a project without being asked again.
 *
 * @param jobs whether lanes belong to jobs, which run or have to be run
 * @param nextDelivery when the next report is due by the project's schedules; null if none is
 */
public record Agenda(boolean jobs, @Nullable Instant nextDelivery) {

    public static final Agenda EMPTY = new Agenda(false, null);
}
