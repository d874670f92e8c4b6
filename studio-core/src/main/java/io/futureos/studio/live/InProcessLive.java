package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything live within one process. Events are carried on the thread that publishes them, which a Studio's watchers only
 * keep for as long as it takes to put an event aside. Several Studios of a process may share one. Safe for use by several threads.
 */
public final class InProcessLive implements Live, LiveChannel, Sessions, Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessLive.class);

    private final Map<ProjectId, List<Consumer<StudioEvent>>> listeners = new ConcurrentHashMap<>();
    private final Map<ProjectId, Map<UUID, Session>> sessions = new ConcurrentHashMap<>();
    private final Map<Typist, Map<String, Draft>> drafts = new ConcurrentHashMap<>();

    private record Typist(ProjectId project, UserId user) {}

    private InProcessLive() {}

    /** One in which nothing is going on. */
    public static InProcessLive create() {
        return new InProcessLive();
    }

    @Override
    public LiveChannel channel() {
        return this;
    }

    @Override
    public Sessions sessions() {
        return this;
    }

    @Override
    public Drafts drafts() {
        return this;
    }

    @Override
    public void publish(StudioEvent event) {
        for (Consumer<StudioEvent> listener : listeners.getOrDefault(event.project(), List.of())) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("A listener of project {} failed; the others go on", event.project(), e);
            }
        }
    }

    @Override
    public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        listeners.computeIfAbsent(project, id -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(project, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void put(Session session) {
        sessions.computeIfAbsent(session.project(), id -> new ConcurrentHashMap<>())
                .put(session.id(), session);
    }

    @Override
    public void remove(ProjectId project, UUID session) {
        sessions.computeIfPresent(project, (id, all) -> {
            all.remove(session);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public List<Session> of(ProjectId project, Instant since) {
        Map<UUID, Session> all = sessions.get(project);
        if (all == null) {
            return List.of();
        }
        all.values().removeIf(session -> session.seenAt().isBefore(since));
        return all.values().stream()
                .sorted(Comparator.comparing(Session::joinedAt).thenComparing(Session::id))
                .toList();
    }

    @Override
    public void put(Draft draft) {
        drafts.computeIfAbsent(new Typist(draft.project(), draft.user()), typist -> new ConcurrentHashMap<>())
                .put(draft.place(), draft);
    }

    @Override
    public void remove(ProjectId project, UserId user, String place) {
        drafts.computeIfPresent(new Typist(project, user), (typist, all) -> {
            all.remove(place);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public List<Draft> of(ProjectId project, UserId user, Instant since) {
        Map<String, Draft> all = drafts.get(new Typist(project, user));
        if (all == null) {
            return List.of();
        }
        all.values().removeIf(draft -> draft.at().isBefore(since));
        return all.values().stream().sorted(Comparator.comparing(Draft::place)).toList();
    }
}
