package io.futureos.studio.runtime;

import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** A channel to publish on that never harms who publishes. Safe for use by several threads. */
final class Broadcast implements LiveChannel {

    private final LiveChannel channel;
    private final SparingLog log;

    Broadcast(LiveChannel channel, Clock clock) {
        this.channel = channel;
        this.log = new SparingLog(
                LoggerFactory.getLogger(Broadcast.class),
                clock,
                "An event of project {} could not be published; watchers learn from the journal what was committed");
    }

    @Override
    public void publish(StudioEvent event) {
        try {
            channel.publish(event);
        } catch (RuntimeException e) {
            log.warn(event.project(), e);
        }
    }

    @Override
    public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        return channel.subscribe(project, listener);
    }
}
