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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything live within one process. Events are carried on the thread that publishes them. Several Studios of a process may
 * share one. Safe for use by several threads.
 */
public final class InProcessLive implements Live, LiveChannel, Sessions, Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessLive.class);

    private final Map<ProjectId, List<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<ProjectId, Map<UUID, Session>> sessions = new ConcurrentHashMap<>();
    private final Map<Typist, Map<String, Draft>> drafts = new ConcurrentHashMap<>();

    /** A listener that is told from others that are equal to it. */
    private static final class Listener {
        private final Consumer<StudioEvent> consumer;

        Listener(Consumer<StudioEvent> consumer) {
            this.consumer = consumer;
        }
    }

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
        for (Listener listener : listeners.getOrDefault(event.project(), List.of())) {
            try {
                listener.consumer.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("A listener of project {} failed; the others go on", event.project(), e);
            }
        }
    }

    @Override
    public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        var subscribed = new Listener(listener);
        listeners.compute(project, (id, known) -> {
            List<Listener> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(subscribed);
            return all;
        });
        return () -> listeners.computeIfPresent(project, (id, all) -> {
            all.remove(subscribed);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void put(Session session) {
        sessions.compute(session.project(), (id, all) -> with(all, session.id(), session));
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
        drafts.compute(new Typist(draft.project(), draft.user()), (typist, all) -> with(all, draft.place(), draft));
    }

    /** To be called where the map can't be given up at the same time because it has become empty. */
    private static <K, V> Map<K, V> with(@Nullable Map<K, V> known, K key, V value) {
        Map<K, V> all = known == null ? new ConcurrentHashMap<>() : known;
        all.put(key, value);
        return all;
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
