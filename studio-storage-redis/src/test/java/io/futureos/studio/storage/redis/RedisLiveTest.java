package io.futureos.studio.storage.redis;

import io.futureos.studio.live.Live;
import io.futureos.studio.testkit.contract.LiveContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

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

    @AfterEach
    void close() {
        nodes.forEach(RedisLive::close);
    }
}
