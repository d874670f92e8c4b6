package io.futureos.studio.storage.redis;

import io.futureos.studio.model.ProjectId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears what is called out about the projects that are watched at this node, on one connection and one thread, however many
 * they are. When the connection breaks, it makes another one, after pauses that grow, and catches up. Safe for use by several
 * threads.
 */
final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final UnifiedJedis redis;
    private final Line line;
    private final Keys keys;
    private final EventLog log;
    private final Place.Audience audience;
    private final Duration patience;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Watched> watched = new HashMap<>();
    private @Nullable Thread reader;
    private @Nullable Ear ear;
    private boolean away;
    private Duration pause = FIRST_PAUSE;

    /**
     * A feed that begins with the first project that is watched.
     *
     * @param patience how long whoever begins to watch waits for Redis
     */
    Feed(UnifiedJedis redis, Line line, Keys keys, EventLog log, Place.Audience audience, Duration patience) {
        this.redis = redis;
        this.line = line;
        this.keys = keys;
        this.log = log;
        this.audience = audience;
        this.patience = patience;
    }

    /** Somebody watches the project. If Redis answers, its events are heard when this returns. */
    void watch(ProjectId project) {
        Watched joined;
        CompletableFuture<Boolean> hearing;
        synchronized (this) {
            start();
            joined = join(project);
            hearing = joined.hearing();
            if (away) {
                joined.promised();
                return;
            }
        }
        Watched.awaitHearing(hearing, patience);
        synchronized (this) {
            joined.promised();
        }
    }

    private Watched join(ProjectId project) {
        String channel = keys.channel(project);
        Watched known = watched.get(channel);
        if (known == null) {
            known = new Watched(new Place(project, log, audience));
            watched.put(channel, known);
            if (ear != null) {
                ear.listenTo(channel);
            }
        }
        known.join();
        return known;
    }

    /** Somebody does not watch the project any more. */
    synchronized void leave(ProjectId project) {
        String channel = keys.channel(project);
        Watched left = watched.get(channel);
        if (left != null && left.leave()) {
            watched.remove(channel);
            if (ear != null) {
                ear.ignore(channel);
            }
        }
    }

    private void start() {
        if (reader == null && closing.getCount() > 0) {
            reader = new Thread(this::read, "studio-redis-feed");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        while (closing.getCount() > 0) {
            var next = new Ear();
            try {
                listenWith(next);
                if (next.failure != null) {
                    lost(next.failure);
                }
            } catch (JedisException e) {
                lost(line.trouble(e));
            } catch (RuntimeException | Error e) {
                lost(e);
            }
            heardNoMore();
            waitBeforeTheNextTry();
        }
    }

    /**
     * Listens until the conversation ends. What Redis says late on a connection that was listened on, the client would take for
     * the answer to whoever has that connection next; so where it can be kept from that, nobody has it next.
     */
    private void listenWith(Ear next) {
        if (redis instanceof RedisClient client) {
            try (Connection connection = client.getPool().getResource()) {
                try {
                    next.proceed(connection, keys.hallway());
                } finally {
                    connection.setBroken();
                }
            }
        } else {
            redis.subscribe(next, keys.hallway());
        }
    }

    /** An outage is worth two lines in a log, however long it is. */
    private synchronized void lost(Throwable why) {
        if (closing.getCount() == 0) {
            return;
        }
        if (away) {
            LOG.debug("Events of other nodes are still not heard", why);
        } else {
            LOG.warn(
                    "Events of other nodes are not heard now; watchers learn from the journal what was committed", why);
        }
    }

    private synchronized void heardNoMore() {
        away = true;
        ear = null;
        watched.values().forEach(Watched::heardNoMore);
    }

    private void waitBeforeTheNextTry() {
        try {
            if (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but close, which has counted down before.
        }
    }

    private synchronized void connected(Ear now) {
        ear = now;
        line.backAgain();
        if (away) {
            LOG.info("Events of other nodes are heard again");
        }
        away = false;
        watched.keySet().forEach(now::listenTo);
        if (closing.getCount() == 0) {
            hangUp(now);
        }
    }

    /**
     * After this nobody says anything on its connection, not even a second goodbye, so that no answer is on its way when the
     * client has it back.
     */
    private synchronized void hangUp(Ear now) {
        if (ear == now) {
            ear = null;
            now.sayGoodbye();
        }
    }

    private void heard(String channel) {
        Watched project = find(channel);
        if (project == null) {
            return;
        }
        boolean first = project.place.hears();
        pause = FIRST_PAUSE;
        boolean late;
        synchronized (this) {
            late = project.heard();
        }
        if (first && late) {
            project.place.missed();
        }
    }

    private void called(String channel, String text) {
        Watched project = find(channel);
        if (project != null) {
            project.place.called(Call.read(text));
        }
    }

    private synchronized @Nullable Watched find(String channel) {
        return watched.get(channel);
    }

    /** Has Redis say something, so that a connection on which nothing comes any more is noticed. */
    synchronized void beat() {
        if (ear != null) {
            ear.askForASign();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        Thread last;
        synchronized (this) {
            last = reader;
            away = true;
            if (ear != null) {
                hangUp(ear);
            }
        }
        if (last != null) {
            end(last);
        }
    }

    /** A server that does not answer is waited for as long as the connection is patient, and not longer. */
    private void end(Thread last) {
        try {
            last.join(patience.multipliedBy(4).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * One connection on which calls are heard. Its callbacks come on the reader's thread, in the order in which Redis did
     * things. What it can't say because the connection broke, the reader notices.
     */
    private final class Ear extends JedisPubSub {

        /** Why it does not listen any more. Only for the reader's thread. */
        private @Nullable Throwable failure;

        @Override
        public void onSubscribe(String channel, int count) {
            if (channel.equals(keys.hallway())) {
                listening(() -> connected(this));
            } else {
                listening(() -> heard(channel));
            }
        }

        @Override
        public void onMessage(String channel, String text) {
            listening(() -> called(channel, text));
        }

        /**
         * Makes something of what was heard. If that fails, the conversation is brought to its end and not left in the middle:
         * the client gives a connection that was left to whoever asks next, and takes what it still says for their answers.
         */
        private void listening(Runnable work) {
            if (failure != null) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure = e;
                hangUp(this);
            }
        }

        void listenTo(String channel) {
            say(() -> subscribe(channel));
        }

        void ignore(String channel) {
            say(() -> unsubscribe(channel));
        }

        void askForASign() {
            say(this::ping);
        }

        void sayGoodbye() {
            say(this::unsubscribe);
        }

        private void say(Runnable words) {
            try {
                words.run();
            } catch (JedisException e) {
                LOG.debug("The connection for events broke", e);
            }
        }
    }
}
