package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShelfTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final String key = UUID.randomUUID().toString();
    private final List<String> keys = List.of(key, key + ":until");
    private final RedisClient redis = RedisClient.create(RedisServer.shared().uri());
    private final Line line =
            new Line(redis, new Troubles("localhost", 1_000), Duration.ofSeconds(1), System::nanoTime);
    private final Shelf shelf = new Shelf(line, LONG);

    @AfterEach
    void close() {
        redis.close();
    }

    /** An hour passes in Redis for the entry. */
    private void hasExpired(String name) {
        redis.zadd(keys.get(1), 1, name);
    }

    @Test
    void an_entry_is_gone_after_its_time_although_others_are_put() {
        shelf.put(keys, "dead node", "anna");
        shelf.put(keys, "alive", "bo");
        hasExpired("dead node");

        assertThat(shelf.all(keys)).containsExactly("bo");
        assertThat(redis.hkeys(key)).containsExactly("alive");
        assertThat(redis.zcard(keys.get(1))).isEqualTo(1);
    }

    @Test
    void putting_clears_too() {
        shelf.put(keys, "dead node", "anna");
        hasExpired("dead node");

        shelf.put(keys, "alive", "bo");

        assertThat(redis.hkeys(key)).containsExactly("alive");
    }

    @Test
    void an_entry_that_is_put_again_is_kept_for_the_whole_time_again() {
        shelf.put(keys, "anna", "1");
        hasExpired("anna");
        shelf.put(keys, "anna", "2");

        assertThat(shelf.all(keys)).containsExactly("2");
    }

    @Test
    void the_shelf_goes_when_the_time_of_the_last_entry_is_over() {
        shelf.put(keys, "anna", "1");
        shelf.remove(keys, "anna");
        assertThat(redis.exists(keys.get(0), keys.get(1))).isZero();

        shelf.put(keys, "anna", "1");

        assertThat(keys)
                .allSatisfy(each -> assertThat(redis.pttl(each)).isBetween(LONG.toMillis() - 60_000, LONG.toMillis()));
    }

    @Test
    void scripts_that_redis_forgot_are_sent_again() {
        shelf.put(keys, "anna", "1");
        redis.scriptFlush(key);

        shelf.put(keys, "bo", "2");

        assertThat(shelf.all(keys)).containsExactlyInAnyOrder("1", "2");
    }
}
