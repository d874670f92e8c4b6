package io.futureos.studio.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedisServerTest {

    @Test
    void a_server_forgets_everything_when_it_is_killed_and_keeps_its_address() {
        try (RedisServer server = RedisServer.start();
                RedisClient client = RedisClient.create(server.uri())) {
            client.set("what", "this");

            server.kill();
            boolean running = server.isRunning();
            server.startAgain();

            assertThat(running).isFalse();
            try (RedisClient afterwards = RedisClient.create(server.uri())) {
                assertThat(afterwards.get("what")).isNull();
            }
        }
    }

    @Test
    void who_kills_the_dead_is_told() {
        try (RedisServer server = RedisServer.start()) {
            server.kill();

            assertThatIllegalStateException()
                    .isThrownBy(server::kill)
                    .withMessageContaining("before it could be killed");
        }
    }
}
