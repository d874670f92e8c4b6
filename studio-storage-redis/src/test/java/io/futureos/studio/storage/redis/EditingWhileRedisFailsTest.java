package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.futureos.studio.LiveSession;
import io.futureos.studio.ProjectCreate;
import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.action.DataAction.OverrideValue;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.jdbc.PostgresStorage;
import io.futureos.studio.storage.jdbc.StudioSchema;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.ToyEngines;
import io.futureos.studio.testkit.server.PostgresServer;
import io.futureos.studio.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two Studios over one storage and one Redis, and people who edit at both whatever becomes of Redis. */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditingWhileRedisFailsTest {

    private static final int EDITS = 20;

    private final RedisServer redis = RedisServer.start();
    private final HikariDataSource database = aDatabase();
    private final PostgresStorage storage = PostgresStorage.over(database);
    private final Node here = new Node();
    private final Node there = new Node();
    private final UserId anna = People.somebody();
    private final ProjectId project = here.studio
            .projects()
            .create(new ProjectCreate(anna, "Norway goes electric", null))
            .projectId();
    private final Map<String, Long> acknowledged = new LinkedHashMap<>();
    private final Watcher watchesHere = new Watcher();
    private final Watcher watchesThere = new Watcher();
    private final long before = storage.journal().head(project);

    private static HikariDataSource aDatabase() {
        var config = new HikariConfig();
        config.setJdbcUrl(PostgresServer.shared().newDatabase());
        var database = new HikariDataSource(config);
        StudioSchema.migrate(database);
        return database;
    }

    private final class Node implements AutoCloseable {
        private final RedisLive live =
                RedisLive.builder(redis.uri()).timeout(Duration.ofSeconds(2)).build();
        private final StudioOrchestrator studio = StudioOrchestrator.builder()
                .storage(storage)
                .engines(new ToyEngines())
                .live(live)
                .build();

        /** Whether Redis answers sooner or later. */
        boolean answers() {
            for (int i = 0; i < 20; i++) {
                try {
                    live.ping();
                    return true;
                } catch (RedisAwayException e) {
                    // It takes as long as the time-out.
                }
            }
            return false;
        }

        @Override
        public void close() {
            studio.close();
            live.close();
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
        redis.close();
    }

    private void watch() {
        here.studio.projects().watch(project, anna, watchesHere);
        there.studio.projects().watch(project, anna, watchesThere);
    }

    private void edit() {
        for (int i = 0; i < EDITS; i++) {
            Node node = i % 2 == 0 ? here : there;
            String field = "f" + acknowledged.size();
            long value = acknowledged.size();
            node.studio.workbench().execute(project, anna, new OverrideValue(field, value, "because", false));
            acknowledged.put(field, value);
        }
    }

    private void everyEditIsThereAndWasToldOnceInOrder() {
        ProjectState state = there.studio.projects().load(project, anna);
        var kept = new LinkedHashMap<String, Object>();
        state.workbenchStates().data().overrides().forEach(override -> kept.put(override.field(), override.value()));
        assertThat(kept).containsExactlyInAnyOrderEntriesOf(acknowledged);
        assertThat(here.studio.projects().load(project, anna).revision()).isEqualTo(state.revision());
        List<Long> all =
                LongStream.rangeClosed(before + 1, state.revision()).boxed().toList();
        assertThat(all).hasSize(acknowledged.size());
        assertThat(toldUpTo(state.revision(), watchesHere)).isEqualTo(all);
        assertThat(toldUpTo(state.revision(), watchesThere)).isEqualTo(all);
    }

    private static List<Long> toldUpTo(long last, Watcher watcher) {
        var numbers = new ArrayList<Long>();
        while (!numbers.contains(last)) {
            if (watcher.next() instanceof RevisionCommitted committed) {
                numbers.add(committed.revision().number());
            }
        }
        return numbers;
    }

    /** Who is there is told over Redis or not at all. */
    private void eventsAreLiveAgain() {
        assertThat(here.answers()).isTrue();
        assertThat(there.answers()).isTrue();
        LiveSession session = here.studio.collaboration().join(project, anna);
        assertThat(there.studio.projects().load(project, anna).activeUsers()).containsExactly(anna);
        while (!(watchesThere.next() instanceof SessionJoined)) {
            // What was committed before comes first.
        }
        session.close();
    }

    @Test
    void while_redis_answers_watchers_at_both_nodes_are_told_everything() {
        watch();

        edit();

        everyEditIsThereAndWasToldOnceInOrder();
        eventsAreLiveAgain();
    }

    @Test
    void when_redis_is_flushed_nothing_is_lost() {
        watch();
        edit();

        redis.flush();
        edit();
        redis.flush();
        edit();

        everyEditIsThereAndWasToldOnceInOrder();
        eventsAreLiveAgain();
    }

    @Test
    void when_redis_is_killed_and_restarted_empty_nothing_is_lost_and_watchers_know_where_they_stand() {
        watch();
        edit();

        redis.kill();
        edit();
        redis.startAgain();
        edit();

        everyEditIsThereAndWasToldOnceInOrder();
        watchesHere.awaitOnce(new EventsMissed(project));
        watchesThere.awaitOnce(new EventsMissed(project));
        eventsAreLiveAgain();
    }

    @Test
    void when_redis_does_not_answer_for_a_while_edits_go_on_and_nothing_is_lost() {
        watch();
        edit();

        redis.holdItsBreath(Duration.ofSeconds(5));
        edit();

        everyEditIsThereAndWasToldOnceInOrder();
        eventsAreLiveAgain();
    }

    @Test
    void when_the_connections_break_again_and_again_nothing_is_lost() {
        watch();

        for (int i = 0; i < 5; i++) {
            redis.breakSubscriptions();
            edit();
        }

        everyEditIsThereAndWasToldOnceInOrder();
        eventsAreLiveAgain();
    }

    @Test
    void when_redis_comes_up_last_watchers_hear_of_each_other_from_then_on() {
        redis.kill();
        watch();
        edit();
        everyEditIsThereAndWasToldOnceInOrder();

        redis.startAgain();

        watchesHere.awaitOnce(new EventsMissed(project));
        watchesThere.awaitOnce(new EventsMissed(project));
        eventsAreLiveAgain();
    }
}
