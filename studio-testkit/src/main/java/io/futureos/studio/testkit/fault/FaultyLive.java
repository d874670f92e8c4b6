package io.futureos.studio.testkit.fault;

import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.Live;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.Sessions;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A live store as one node reaches it over a line that fails. Each node of a test has one of its own around the store that
 * they share. Operations are named {@code channel}, {@code sessions} or {@code drafts}, a full stop, and the method.
 *
 * <p>Has no thread, no clock and no chance of its own. Safe for use by several threads if the plan is.
 */
public final class FaultyLive implements Live {

    private final FaultPlan<LiveFault> plan;
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final LiveChannel channel;
    private final Sessions sessions;
    private final Drafts drafts;
    private volatile boolean dead;

    /** A way to {@code real} on which calls fail as planned. */
    public FaultyLive(Live real, FaultPlan<LiveFault> plan) {
        this.plan = plan;
        this.channel = new FaultyChannel(real.channel());
        this.sessions = new FaultySessions(real.sessions());
        this.drafts = new FaultyDrafts(real.drafts());
    }

    /** Does what is late, in the order in which it was asked for. */
    public void catchUp() {
        for (Runnable request = late.poll(); request != null; request = late.poll()) {
            request.run();
        }
    }

    /** The node dies: from now on every call throws, and what is late never happens; no event reaches its listeners. */
    public void kill() {
        dead = true;
        late.clear();
    }

    @Override
    public LiveChannel channel() {
        return channel;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    private void tell(String operation, Runnable request) {
        LiveFault fault = fault(operation);
        if (fault == LiveFault.LATE) {
            late.add(request);
        } else if (fault != LiveFault.LOST) {
            request.run();
            if (fault == LiveFault.TWICE) {
                request.run();
            }
        }
    }

    /** An answer can be missing, but it is not late and does not come twice. */
    private <T> T ask(String operation, Supplier<T> request, T nothing) {
        return fault(operation) == LiveFault.LOST ? nothing : request.get();
    }

    private @Nullable LiveFault fault(String operation) {
        LiveFault fault = dead ? LiveFault.AWAY : plan.next(operation).orElse(null);
        if (fault == LiveFault.AWAY) {
            throw new LiveAwayException(operation);
        }
        return fault;
    }

    private final class FaultyChannel implements LiveChannel {
        private final LiveChannel real;

        FaultyChannel(LiveChannel real) {
            this.real = real;
        }

        @Override
        public void publish(StudioEvent event) {
            tell("channel.publish", () -> real.publish(event));
        }

        /** A subscription that is lost looks like any other and brings no events. */
        @Override
        public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
            return ask("channel.subscribe", () -> real.subscribe(project, whileAlive(listener)), () -> {});
        }

        private Consumer<StudioEvent> whileAlive(Consumer<StudioEvent> listener) {
            return event -> {
                if (!dead) {
                    listener.accept(event);
                }
            };
        }
    }

    private final class FaultySessions implements Sessions {
        private final Sessions real;

        FaultySessions(Sessions real) {
            this.real = real;
        }

        @Override
        public void put(Session session) {
            tell("sessions.put", () -> real.put(session));
        }

        @Override
        public void remove(ProjectId project, UUID session) {
            tell("sessions.remove", () -> real.remove(project, session));
        }

        @Override
        public List<Session> of(ProjectId project, Instant since) {
            return ask("sessions.of", () -> real.of(project, since), List.of());
        }
    }

    private final class FaultyDrafts implements Drafts {
        private final Drafts real;

        FaultyDrafts(Drafts real) {
            this.real = real;
        }

        @Override
        public void put(Draft draft) {
            tell("drafts.put", () -> real.put(draft));
        }

        @Override
        public void remove(ProjectId project, UserId user, String place) {
            tell("drafts.remove", () -> real.remove(project, user, place));
        }

        @Override
        public List<Draft> of(ProjectId project, UserId user, Instant since) {
            return ask("drafts.of", () -> real.of(project, user, since), List.of());
        }
    }
}
