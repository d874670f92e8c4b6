package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.redis.RedisAwayException.Reason;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.server.RedisServer;
import io.futureos.studio.testkit.time.MovableClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

@Timeout(60)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RedisAwayTest {

    private static final String SECRET = "hunter2";

    private final ProjectId project = new ProjectId(UUID.randomUUID());

    private StudioEvent somebodyJoins() {
        return new SessionJoined(project, Presences.opens(project, MovableClock.START));
    }

    /** For a Redis that does not answer. */
    private static RedisLive quick(String uri) {
        return RedisLive.builder(uri).timeout(Duration.ofMillis(300)).build();
    }

    /** For one that does; on a busy machine it may take its time. */
    private static RedisLive patient(String uri) {
        return RedisLive.builder(uri).timeout(Duration.ofSeconds(10)).build();
    }

    private static RedisAwayException failureOf(RedisLive live) {
        return catchThrowableOfType(RedisAwayException.class, live::ping);
    }

    private static void assertNoSecretIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(SECRET);
        }
    }

    @Test
    void a_wrong_password_is_named_and_not_repeated() {
        try (RedisServer server = RedisServer.start("--requirepass", "right");
                RedisLive live = patient("redis://:" + SECRET + "@localhost:" + server.port())) {
            RedisAwayException failure = failureOf(live);

            assertThat(failure.reason()).isEqualTo(Reason.NOT_LET_IN);
            assertThat(failure)
                    .hasMessageStartingWith("Redis at localhost:" + server.port() + " does not let this node in (")
                    .hasMessageEndingWith("Correct the user and the password, and what they may do.");
            assertNoSecretIn(failure);
        }
    }

    @Test
    void a_missing_password_is_named() {
        try (RedisServer server = RedisServer.start("--requirepass", "right");
                RedisLive live = patient(server.uri())) {
            assertThat(failureOf(live).reason()).isEqualTo(Reason.NOT_LET_IN);
        }
    }

    @Test
    void with_the_right_password_it_works() {
        try (RedisServer server = RedisServer.start("--requirepass", SECRET);
                RedisLive live = patient("redis://:" + SECRET + "@localhost:" + server.port())) {
            live.ping();
        }
    }

    @Test
    void a_user_who_may_do_what_the_documentation_says_may_do_everything() {
        try (RedisServer server = RedisServer.start(("--user studio on >" + SECRET
                        + " ~app:{studio:* resetchannels &app:{studio* -@all +hello +auth +select +client +ping +subscribe +unsubscribe"
                        + " +publish +eval +evalsha +time +del +pexpire +hget +hset +hdel +hincrby +hvals +xadd +xrange"
                        + " +zadd +zrem +zrangebyscore")
                .split(" "))) {
            String uri = "redis://studio:" + SECRET + "@localhost:" + server.port() + "/0";
            try (RedisLive anna = RedisLive.builder(uri)
                            .keyPrefix("app:")
                            .timeout(Duration.ofSeconds(10))
                            .build();
                    RedisLive bo = RedisLive.builder(uri)
                            .keyPrefix("app:")
                            .timeout(Duration.ofSeconds(10))
                            .build()) {
                var watcher = new Watcher();
                anna.channel().subscribe(project, watcher).close();
                anna.channel().subscribe(project, watcher);
                var session = Presences.opens(project, MovableClock.START);
                var draft = Presences.types(project, session.user(), "name", MovableClock.START);
                var events = List.of(new SessionJoined(project, session), new CursorMoved(project, session));
                events.forEach(bo.channel()::publish);
                bo.sessions().put(session);
                bo.drafts().put(draft);

                assertThat(List.of(watcher.next(), watcher.next())).isEqualTo(events);
                assertThat(anna.sessions().of(project, MovableClock.START)).containsExactly(session);
                assertThat(anna.drafts().of(project, session.user(), MovableClock.START))
                        .containsExactly(draft);
                anna.sessions().remove(project, session.id());
                anna.drafts().remove(project, session.user(), draft.place());
                anna.ping();
            }
        }
    }

    @Test
    void an_unknown_host_is_named() {
        try (RedisLive live = patient("redis://:" + SECRET + "@no-such-host.invalid:6380")) {
            RedisAwayException failure = failureOf(live);

            assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_HOST);
            assertThat(failure)
                    .hasMessage("Redis at no-such-host.invalid:6380 can't be found: there is no host of that name."
                            + " Correct the address.");
            assertNoSecretIn(failure);
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        int port = freePort();
        try (RedisLive live = patient("redis://localhost:" + port)) {
            RedisAwayException failure = failureOf(live);

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure)
                    .hasMessageStartingWith("Redis at localhost:" + port + " can't be reached (")
                    .hasMessageEndingWith("Start it, or correct the address. Until then events stay within this node.");
        }
    }

    @Test
    void a_server_that_does_not_answer_is_not_waited_for_longer_than_said_and_then_not_at_all() throws IOException {
        try (var silent = new ServerSocket(0);
                RedisLive live = RedisLive.builder("redis://localhost:" + silent.getLocalPort())
                        .timeout(Duration.ofMillis(500))
                        .build()) {
            long start = System.nanoTime();
            RedisAwayException failure = failureOf(live);

            assertThat(failure.reason()).isEqualTo(Reason.TOO_SLOW);
            assertThat(failure)
                    .hasMessage("Redis at localhost:" + silent.getLocalPort() + " did not answer within 500 ms."
                            + " Look at its load and the network, or give it more time.");
            IntStream.range(0, 1_000)
                    .forEach(i -> assertThatThrownBy(() -> live.sessions().of(project, MovableClock.START))
                            .isInstanceOf(RedisAwayException.class)
                            .hasMessage(failure.getMessage()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whoever_begins_to_watch_is_not_kept_by_a_server_that_does_not_answer() throws IOException {
        try (var silent = new ServerSocket(0);
                RedisLive live = quick("redis://localhost:" + silent.getLocalPort())) {
            var watcher = new Watcher();
            live.channel().subscribe(project, watcher);

            StudioEvent event = somebodyJoins();
            assertThatThrownBy(() -> live.channel().publish(event)).isInstanceOf(RedisAwayException.class);

            assertThat(watcher.next()).as("told within the node").isEqualTo(event);
        }
    }

    @Test
    void a_redis_that_is_full_says_so_and_is_asked_again() {
        try (RedisServer server = RedisServer.start("--maxmemory", "1");
                RedisLive live = patient(server.uri())) {
            var session = Presences.opens(project, MovableClock.START);

            RedisAwayException failure = catchThrowableOfType(
                    RedisAwayException.class, () -> live.sessions().put(session));

            assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
            assertThat(failure).hasMessageContaining("OOM");
            live.ping();
        }
    }

    @Test
    void an_address_that_is_none_is_refused_without_repeating_it() {
        for (String uri : new String[] {
            "redis://:" + SECRET + "@ho st:1", "http://:" + SECRET + "@host", "redis:///" + SECRET, SECRET
        }) {
            assertThatThrownBy(() -> RedisLive.connect(uri))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("This is not the address of a Redis: ")
                    .hasNoCause()
                    .satisfies(RedisAwayTest::assertNoSecretIn);
        }
    }

    @Test
    void a_key_prefix_that_would_part_the_keys_of_a_project_is_refused() {
        assertThatThrownBy(() -> RedisLive.builder("redis://localhost").keyPrefix("{all}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Leave it out");
    }

    @Test
    void a_node_may_start_before_redis_and_is_told_that_it_may_have_missed_something() {
        try (RedisServer server = RedisServer.start()) {
            server.kill();
            try (RedisLive anna = patient(server.uri());
                    RedisLive bo = patient(server.uri())) {
                var watcher = new Watcher();
                anna.channel().subscribe(project, watcher);
                server.startAgain();

                assertThat(watcher.next()).isEqualTo(new EventsMissed(project));
                StudioEvent event = somebodyJoins();
                bo.channel().publish(event);

                assertThat(watcher.next()).isEqualTo(event);
            }
        }
    }

    @Test
    void after_a_restart_events_sessions_and_drafts_come_back_by_themselves() {
        try (RedisServer server = RedisServer.start();
                RedisLive anna = patient(server.uri());
                RedisLive bo = patient(server.uri())) {
            var watcher = new Watcher();
            anna.channel().subscribe(project, watcher);
            StudioEvent first = somebodyJoins();
            bo.channel().publish(first);
            assertThat(watcher.next()).isEqualTo(first);

            server.kill();
            assertThatThrownBy(() -> bo.channel().publish(somebodyJoins())).isInstanceOf(RedisAwayException.class);
            assertThatThrownBy(() -> anna.sessions().of(project, MovableClock.START))
                    .isInstanceOf(RedisAwayException.class);
            server.startAgain();

            assertThat(watcher.next()).isEqualTo(new EventsMissed(project));
            anna.ping();
            bo.ping();
            StudioEvent second = somebodyJoins();
            bo.channel().publish(second);
            assertThat(watcher.upTo(second)).endsWith(second).doesNotHaveDuplicates();
            var session = Presences.opens(project, MovableClock.START);
            bo.sessions().put(session);
            assertThat(anna.sessions().of(project, MovableClock.START)).containsExactly(session);
        }
    }

    @Test
    void what_could_not_be_published_is_told_to_other_nodes_as_missed() {
        try (RedisServer server = RedisServer.start();
                RedisLive anna = quick(server.uri());
                RedisLive bo = quick(server.uri())) {
            var watcher = new Watcher();
            anna.channel().subscribe(project, watcher);
            server.configure("min-replicas-to-write", "1"); // now it takes nothing
            assertThatThrownBy(() -> bo.channel().publish(somebodyJoins())).isInstanceOf(RedisAwayException.class);

            server.configure("min-replicas-to-write", "0");

            assertThat(watcher.next()).isEqualTo(new EventsMissed(project));
        }
    }

    /** Two nodes on one server: Anna's, at which somebody watches, and Bo's, which publishes. */
    private final class TwoNodes implements AutoCloseable {

        final RedisServer server = RedisServer.start();
        final RedisClient admin = RedisClient.create(server.uri());
        final RedisLive anna = patient(server.uri());
        final RedisLive bo = patient(server.uri());
        private final Watcher watcher = new Watcher();
        private final List<StudioEvent> published = new ArrayList<>();

        TwoNodes() {
            anna.channel().subscribe(project, watcher);
        }

        void publish() {
            StudioEvent event = somebodyJoins();
            bo.channel().publish(event);
            published.add(event);
        }

        void assertThatEveryEventArrives() {
            assertThat(watcher.upTo(published.get(published.size() - 1))).isEqualTo(published);
        }

        @Override
        public void close() {
            bo.close();
            anna.close();
            admin.close();
            server.close();
        }
    }

    @Test
    void a_connection_that_breaks_costs_no_event() {
        try (var nodes = new TwoNodes()) {
            for (int i = 0; i < 60; i++) {
                if (i % 20 == 10) {
                    nodes.server.breakSubscriptions();
                }
                nodes.publish();
            }

            nodes.assertThatEveryEventArrives();
        }
    }

    @Test
    void a_call_that_nobody_understands_costs_no_event_and_spoils_no_answer() {
        try (var nodes = new TwoNodes()) {
            for (int i = 0; i < 5; i++) {
                nodes.admin.publish(new Keys("").channel(project), "nonsense");
                nodes.publish();
                for (int ping = 0; ping < 1_000; ping++) {
                    nodes.anna.ping();
                }
            }

            nodes.assertThatEveryEventArrives();
        }
    }

    @Test
    void a_right_that_is_taken_away_while_events_are_heard_costs_no_event_and_spoils_no_answer() {
        try (var nodes = new TwoNodes()) {
            everybody(nodes.admin, "-subscribe");
            nodes.anna.channel().subscribe(new ProjectId(UUID.randomUUID()), event -> {});
            for (int ping = 0; ping < 100; ping++) {
                nodes.publish();
                nodes.anna.ping();
            }

            everybody(nodes.admin, "+subscribe");

            nodes.assertThatEveryEventArrives();
        }
    }

    private static void everybody(RedisClient admin, String right) {
        admin.executeCommand(
                new CommandArguments(Command.ACL).add("SETUSER").add("default").add(right));
    }

    @Test
    void a_connection_on_which_nothing_comes_any_more_is_given_up_and_costs_no_event() throws IOException {
        try (RedisServer server = RedisServer.start();
                var proxy = new FallingSilent(server.port());
                RedisLive anna = quick("redis://localhost:" + proxy.port());
                RedisLive bo = patient(server.uri())) {
            var watcher = new Watcher();
            anna.channel().subscribe(project, watcher);
            StudioEvent first = somebodyJoins();
            bo.channel().publish(first);
            watcher.upTo(first);

            proxy.fallSilent();
            StudioEvent second = somebodyJoins();
            bo.channel().publish(second);

            assertThat(watcher.upTo(second)).containsExactly(second);
        }
    }

    @Test
    void nothing_runs_on_after_it_was_closed_whether_redis_answers_or_not() throws Exception {
        try (RedisServer server = RedisServer.start();
                var silent = new ServerSocket(0)) {
            for (int port : new int[] {server.port(), freePort(), silent.getLocalPort()}) {
                RedisLive live = quick("redis://localhost:" + port);
                live.channel().subscribe(project, new Watcher());

                live.close();

                assertThat(runningOn()).isEmpty();
            }
        }
    }

    /** A pool says that it has ended a moment before its thread has. */
    private static List<String> runningOn() throws InterruptedException {
        var running = new ArrayList<String>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("studio-redis-")) {
                thread.join(100);
                if (thread.isAlive()) {
                    running.add(thread.getName());
                }
            }
        }
        return running;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
