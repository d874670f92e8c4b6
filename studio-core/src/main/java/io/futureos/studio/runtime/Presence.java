package io.futureos.studio.runtime;

import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.Sessions;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.model.LiveRun;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectState.CollaboratorState;
import io.futureos.studio.model.ProjectState.SimulationState;
import io.futureos.studio.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/**
 * Who is there, and what the contract's view shows of it and of runs that are going on. With the live store away everything
 * else goes on, and nobody seems to be there.
 */
final class Presence {

    static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final LiveChannel channel;
    private final Desks desks;
    private final Clock clock;
    private final SparingLog log;

    Presence(Sessions sessions, LiveChannel channel, Desks desks, Clock clock) {
        this.sessions = sessions;
        this.channel = channel;
        this.desks = desks;
        this.clock = clock;
        this.log = new SparingLog(
                LoggerFactory.getLogger(Presence.class), clock, "It can't be said who has project {} open");
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void joined(Session session) {
        sessions.put(session);
        channel.publish(new SessionJoined(session.project(), session));
    }

    void heardOf(Session session) {
        sessions.put(session);
    }

    void moved(Session session) {
        sessions.put(session);
        channel.publish(new CursorMoved(session.project(), session));
    }

    void left(Session session) {
        sessions.remove(session.project(), session.id());
        channel.publish(new SessionLeft(session.project(), session));
    }

    List<Session> of(ProjectId project) {
        return sessions.of(project, now().minus(HEARD_OF_WITHIN));
    }

    /** The state with who is there and how far the last run is. */
    ProjectState over(WorkingCopy copy) {
        return withRun(copy, withPeople(copy.project().id(), copy.state()));
    }

    /** The state with who is there. */
    ProjectState withPeople(ProjectId project, ProjectState state) {
        List<Session> present;
        try {
            present = of(project);
        } catch (RuntimeException e) {
            log.warn(project, e);
            return state;
        }
        if (present.isEmpty()) {
            return state;
        }
        var seen = new TreeMap<UserId, Instant>();
        for (Session session : present) {
            seen.merge(session.user(), session.seenAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
        var collaborators = new ArrayList<CollaboratorState>();
        for (CollaboratorState collaborator : state.collaborators()) {
            Instant at = seen.getOrDefault(collaborator.userId(), Instant.MIN);
            collaborators.add(
                    at.isAfter(collaborator.lastActive())
                            ? new CollaboratorState(collaborator.userId(), collaborator.role(), at)
                            : collaborator);
        }
        return state.withPeople(collaborators, List.copyOf(seen.keySet()));
    }

    private ProjectState withRun(WorkingCopy copy, ProjectState state) {
        LiveRun run = copy.lastRun()
                .flatMap(scenario -> desks.of(copy.project().id()).live(scenario))
                .orElse(null);
        if (run == null) {
            return state;
        }
        SimulationState shown = state.workbenchStates().simulation();
        // The tick that is announced is the one that is being computed.
        return state.withSimulation(new SimulationState(
                shown.status(), run.tick() - 1, run.totalTicks(), shown.lastAccessed(), shown.freshness()));
    }
}
