package io.futureos.studio.examples.quickstart;

import io.futureos.studio.storage.redis.RedisAwayException;
import io.futureos.studio.storage.redis.RedisLive;

/** Where a Redis is and how to get in. Shows no password. */
final class RedisAddress {

    private final RedisLive.Builder redis;

    private RedisAddress(RedisLive.Builder redis) {
        this.redis = redis;
    }

    static RedisAddress read(String uri) throws InputProblem {
        try {
            RedisLive.Builder redis = RedisLive.builder(uri);
            redis.build().close();
            return new RedisAddress(redis);
        } catch (IllegalArgumentException e) { // which does not quote the URI
            throw new InputProblem("--redis: " + e.getMessage());
        }
    }

    /** What is live there; it answers. */
    RedisLive open() throws ServerProblem {
        RedisLive live = redis.build();
        try {
            live.ping();
            return live;
        } catch (RedisAwayException e) {
            live.close();
            throw new ServerProblem(String.valueOf(e.getMessage()));
        }
    }
}
