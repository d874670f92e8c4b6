package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.time.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClusterClient;

/** A cluster of one node, which is as strict about the keys of a script as one of many. */
@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClusterTest {

    private static final int SLOTS = 16_384;
    private static final RedisServer SERVER = RedisServer.start("--cluster-enabled", "yes");

    private final RedisClusterClient client = client();
    private final RedisLive anna = live(client);
    private final RedisLive bo = live(client);

    private static RedisClusterClient client() {
        return RedisClusterClient.create(Set.of(new HostAndPort("127.0.0.1", SERVER.port())));
    }

    private static RedisLive live(RedisClusterClient client) {
        return RedisLive.builder(client)
                .keyPrefix("test:")
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    /** A cluster looks for others for two seconds before it is ready. */
    @BeforeAll
    static void formTheCluster() {
        try (var connection = new Connection("127.0.0.1", SERVER.port())) {
            var slots = new CommandArguments(Command.CLUSTER).add("ADDSLOTS");
            IntStream.range(0, SLOTS).forEach(slots::add);
            connection.executeCommand(slots);
            while (!isReady(connection)) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static boolean isReady(Connection connection) {
        Object info = connection.executeCommand(new CommandArguments(Command.CLUSTER).add("INFO"));
        return new String((byte[]) info, StandardCharsets.UTF_8).contains("cluster_state:ok");
    }

    @AfterEach
    void close() {
        anna.close();
        bo.close();
        client.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static List<ProjectId> projects() {
        return IntStream.range(0, 20)
                .mapToObj(i -> new ProjectId(UUID.randomUUID()))
                .toList();
    }

    @Test
    void this_cluster_refuses_a_script_whose_keys_are_apart() {
        assertThatThrownBy(() -> client.eval("return 1", List.of("a", "b"), List.of()))
                .hasMessageContaining("slot");
    }

    @Test
    void events_of_projects_in_any_slot_arrive_also_after_the_connection_broke() {
        var watcher = new Watcher();
        var published = new ArrayList<StudioEvent>();
        List<ProjectId> projects = projects();
        projects.forEach(project -> anna.channel().subscribe(project, watcher));

        for (ProjectId project : projects) {
            published.add(joined(project));
            SERVER.breakSubscriptions();
            published.add(joined(project));
        }

        var arrived = new ArrayList<StudioEvent>();
        published.forEach(event -> arrived.add(watcher.next()));
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(published);
    }

    private StudioEvent joined(ProjectId project) {
        var event = new SessionJoined(project, Presences.opens(project, MovableClock.START));
        bo.channel().publish(event);
        return event;
    }

    @Test
    void sessions_and_drafts_of_projects_in_any_slot_are_kept() {
        for (ProjectId project : projects()) {
            Session session = Presences.opens(project, MovableClock.START);
            Draft draft = Presences.types(project, session.user(), "name", MovableClock.START);
            anna.sessions().put(session);
            anna.drafts().put(draft);

            assertThat(bo.sessions().of(project, MovableClock.START)).containsExactly(session);
            assertThat(bo.drafts().of(project, session.user(), MovableClock.START))
                    .containsExactly(draft);
        }
    }
}
