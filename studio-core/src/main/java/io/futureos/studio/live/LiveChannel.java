package io.futureos.studio.live;

import io.futureos.studio.model.ProjectId;
import java.util.function.Consumer;

/**
 * Carries events to those who watch a project, at whatever node they do. Implementations are safe for use by several
 * threads; each passes {@code LiveChannelContract}.
 *
 * <p>Nothing rests on a channel. Between nodes, events may get lost, come twice, late or out of order, and a channel that is
 * away may throw: whoever watches reads from the journal what it missed. A channel that knows that events did not arrive says
 * so with an {@link StudioEvent.EventsMissed}, which is a reason to look at the journal at once.
 */
public interface LiveChannel {

    /**
     * Hands the event to the project's subscribers; soon, because actions and jobs wait for it. What one thread publishes
     * arrives in that order at the same node.
     */
    void publish(StudioEvent event);

    /**
     * From now on, {@code listener} gets the project's events, from several threads at once. It must return soon and not
     * throw; one that throws all the same does not keep others from theirs. A listener that subscribes twice gets each event
     * twice.
     */
    Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener);
}
