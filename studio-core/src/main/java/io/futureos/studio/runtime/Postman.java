package io.futureos.studio.runtime;

import io.futureos.studio.decide.DeliveryDecider;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.ProjectIndex;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the deliveries that are due by the clock, at whatever node looks first: the journal lets only one start each. A
 * delivery bears the name of the user who set the schedule.
 */
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 100;

    private final ProjectIndex index;
    private final Desks desks;
    private final OneWay oneWay;
    private final Clock clock;

    Postman(ProjectIndex index, Desks desks, OneWay oneWay, Clock clock) {
        this.index = index;
        this.desks = desks;
        this.oneWay = oneWay;
        this.clock = clock;
    }

    /** Starts what is due now. A project that makes trouble does not keep the others waiting. */
    void sweep() {
        for (ProjectSummary summary : index.withDeliveryDue(clock.instant(), AT_ONCE)) {
            try {
                desks.of(summary.id()).fresh().ifPresent(copy -> deliver(copy.project()));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The schedules of project {} could not be looked after; the next sweep tries again",
                        summary.id(),
                        e);
            }
        }
    }

    private void deliver(Project project) {
        for (String id : Cells.schedules().in(project).keySet()) {
            UUID schedule = UUID.fromString(id);
            oneWay.take(
                    project.id(),
                    Request.ofTheStudio(
                            "report",
                            "deliver",
                            setBy(project, schedule),
                            context -> new DeliveryDecider(context).onSchedule(schedule)));
        }
    }

    private static UserId setBy(Project project, UUID schedule) {
        return Objects.requireNonNull(
                        project.stamps().get(Cells.schedule(schedule).path()))
                .actor();
    }
}
