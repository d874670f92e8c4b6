package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 10); // it may wrap around
    private final RedisClient redis = RedisClient.create("localhost", 1);
    private final Line line = new Line(redis, new Troubles("localhost:1", 100), PAUSE, time::get);
    private int asked;

    @AfterEach
    void close() {
        redis.close();
    }

    private void fail(JedisException failure) {
        assertThatThrownBy(() -> line.call(client -> {
                    asked++;
                    throw failure;
                }))
                .isInstanceOf(RedisAwayException.class);
    }

    private String succeed() {
        return line.call(client -> {
            asked++;
            return "answer";
        });
    }

    @Test
    void a_call_whose_connection_broke_is_tried_once_more_on_a_fresh_one() {
        String answer = line.call(client -> {
            if (++asked == 1) {
                throw new JedisConnectionException("Unexpected end of stream.");
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void while_redis_is_away_only_one_call_in_each_pause_tries() {
        fail(new JedisConnectionException("Connection refused"));
        assertThat(asked).isEqualTo(2);
        fail(new JedisConnectionException("never thrown"));
        assertThat(asked).isEqualTo(2);

        time.addAndGet(PAUSE.toNanos());
        fail(new JedisConnectionException("Connection refused"));
        fail(new JedisConnectionException("never thrown"));

        assertThat(asked).isEqualTo(4);
    }

    @Test
    void when_a_try_succeeds_all_calls_go_through_again() {
        fail(new JedisConnectionException("Connection refused"));
        time.addAndGet(PAUSE.toNanos());

        succeed();
        succeed();

        assertThat(asked).isEqualTo(4);
    }

    @Test
    void who_learns_from_elsewhere_that_redis_is_back_lets_calls_through() {
        fail(new JedisConnectionException("Connection refused"));

        line.backAgain();

        assertThat(succeed()).isEqualTo("answer");
    }

    @Test
    void an_error_that_redis_answers_is_no_outage() {
        fail(new JedisDataException("OOM command not allowed when used memory > 'maxmemory'."));

        assertThat(succeed()).isEqualTo("answer");
        assertThat(asked).isEqualTo(2);
    }
}
