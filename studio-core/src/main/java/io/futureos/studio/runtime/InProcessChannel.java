package io.futureos.studio.runtime;

import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries events within one process, on the thread that publishes them. */
public final class InProcessChannel implements LiveChannel {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessChannel.class);

    private final Map<ProjectId, List<Consumer<StudioEvent>>> listeners = new ConcurrentHashMap<>();

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
}
