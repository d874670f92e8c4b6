package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import java.util.function.Consumer;

/**
 * Carries events to those who watch a project, at whatever node they do. Implementations are safe for use by several
 * threads; each passes {@code LiveChannelContract}.
 */
public interface LiveChannel {

    /** Hands the event to the project's subscribers; what one thread publishes arrives in that order. */
    void publish(StudioEvent event);

    /**
     * From now on, {@code listener} gets the project's events. It must return soon and not throw; one that throws all the
     * same does not keep others from theirs. A listener that subscribes twice gets each event twice.
     */
    Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener);
}
