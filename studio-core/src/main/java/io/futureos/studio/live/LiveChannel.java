package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import java.util.function.Consumer;

/** Carries events to those who watch a project. Implementations are safe for use by several threads. */
public interface LiveChannel {

    /** Hands the event to the project's subscribers; revisions of a project arrive in their order. */
    void publish(StudioEvent event);

    /** From now on, {@code listener} gets the project's events. It must return soon and not throw. */
    Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener);
}
