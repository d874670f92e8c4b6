package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.live.Live;
import io.futureos.studio.live.Session;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.testkit.contract.LiveContract;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedisLiveTest extends LiveContract {

    /** On a busy machine a Redis that is slow must not look as if it were away. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String prefix = UUID.randomUUID() + ":";
    private final List<RedisLive> nodes = new ArrayList<>();

    private Live node() {
        RedisLive node = RedisLive.builder(RedisServer.shared().uri())
                .keyPrefix(prefix)
                .timeout(PATIENCE)
                .build();
        nodes.add(node);
        return node;
    }

    @Override
    protected Live newEmptyLive() {
        return node();
    }

    @Override
    protected Live atAnotherNode(Live live) {
        return node();
    }

    @Test
    void redis_lets_go_of_sessions_after_minutes_and_of_drafts_after_a_day() {
        Live live = node();
        var project = new ProjectId(UUID.randomUUID());
        Session session = Presences.opens(project, MovableClock.START);
        live.sessions().put(session);
        live.drafts().put(Presences.types(project, session.user(), "name", MovableClock.START));

        var keys = new Keys(prefix);
        try (RedisClient redis = RedisClient.create(RedisServer.shared().uri())) {
            assertThat(keys.sessions(project))
                    .allSatisfy(key -> assertThat(redis.ttl(key)).isBetween(60L, 120L));
            assertThat(keys.drafts(project, session.user()))
                    .allSatisfy(key -> assertThat(redis.ttl(key)).isBetween(23 * 3_600L, 24 * 3_600L));
        }
    }

    @AfterEach
    void close() {
        nodes.forEach(RedisLive::close);
    }
}
