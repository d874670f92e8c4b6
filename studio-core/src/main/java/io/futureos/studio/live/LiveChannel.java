package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import java.util.function.Consumer;

/**
 * Carries events to those who watch a project. Implementations are safe for use by several threads.
 *
 * <p>Nothing rests on a channel. Events may get lost, come twice, late or out of order, and a channel that is away may
 * throw: whoever watches reads from the journal what it missed.
 */
public interface LiveChannel {

    /** Hands the event to the project's subscribers; soon, because actions and jobs wait for it. */
    void publish(StudioEvent event);

    /** From now on, {@code listener} gets the project's events, from several threads at once. It returns soon and never throws. */
    Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener);
}
