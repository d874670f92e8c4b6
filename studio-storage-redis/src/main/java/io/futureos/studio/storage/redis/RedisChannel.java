package io.futureos.studio.storage.redis;

import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Carries events to the watchers of this node at once, whether Redis answers or not, and over Redis to those of others. When it
 * does not answer, the others are told afterwards that they missed something. Safe for use by several threads.
 */
final class RedisChannel implements LiveChannel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisChannel.class);

    private final LiveChannel here = InProcessLive.create();
    private final String origin = UUID.randomUUID().toString();
    private final Set<ProjectId> missedElsewhere = ConcurrentHashMap.newKeySet();
    private final EventLog log;
    private final Feed feed;

    RedisChannel(UnifiedJedis redis, Line line, Keys keys, Duration patience) {
        this.log = new EventLog(line, keys, origin);
        this.feed = new Feed(redis, line, keys, log, new Hearers(), patience);
    }

    @Override
    public void publish(StudioEvent event) {
        String text = EventForm.write(event);
        here.publish(event);
        if (EventForm.isFleeting(event)) {
            log.pass(event.project(), text);
        } else {
            publish(event.project(), text);
        }
    }

    private void publish(ProjectId project, String text) {
        try {
            log.append(project, text);
        } catch (RedisAwayException e) {
            missedElsewhere.add(project);
            throw e;
        }
    }

    @Override
    public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        Subscription subscription = here.subscribe(project, listener);
        feed.watch(project);
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                subscription.close();
                feed.leave(project);
            }
        };
    }

    /** What has to be done every now and then. */
    void beat() {
        feed.beat();
        for (ProjectId project : List.copyOf(missedElsewhere)) {
            tellElsewhere(project);
        }
    }

    private void tellElsewhere(ProjectId project) {
        missedElsewhere.remove(project);
        try {
            publish(project, EventForm.write(new EventsMissed(project)));
        } catch (RedisAwayException e) {
            LOG.debug("Others are told later what they missed in project {}", project, e);
        }
    }

    @Override
    public void close() {
        feed.close();
    }

    /** Those who watch at this node; what was published here they have already. */
    private final class Hearers implements Place.Audience {

        @Override
        public void accept(ProjectId project, Call call) {
            if (!call.origin().equals(origin)) {
                tell(project, call.event());
            }
        }

        /** An event that can't be read is one that was missed. */
        private void tell(ProjectId project, String text) {
            try {
                EventForm.read(project, text).ifPresent(here::publish);
            } catch (RuntimeException e) {
                LOG.debug("An event of project {} can't be read", project, e);
                missed(project);
            }
        }

        @Override
        public void missed(ProjectId project) {
            here.publish(new EventsMissed(project));
        }
    }
}
