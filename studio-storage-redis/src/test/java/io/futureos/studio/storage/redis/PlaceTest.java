package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** The log is a real one; what is called out is up to the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceTest {

    private static final String MISSED = "missed";

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final Keys keys = new Keys(UUID.randomUUID() + ":");
    private final RedisClient redis = RedisClient.create(RedisServer.shared().uri());
    private final EventLog log = new EventLog(
            new Line(redis, new Troubles("localhost", 1_000), Duration.ofSeconds(1), System::nanoTime), keys, "bo");
    private final List<String> told = new ArrayList<>();
    private final Place.Audience audience = new Place.Audience() {
        @Override
        public void accept(ProjectId id, Call call) {
            told.add(call.event());
        }

        @Override
        public void missed(ProjectId id) {
            told.add(MISSED);
        }
    };
    private final Place place = new Place(project, log, audience);

    @BeforeEach
    void begin() {
        logged("before");
        assertThat(place.hears()).as("hears for the first time").isTrue();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    /** Logs an event and gives what is called out about it. */
    private Call logged(String event) {
        log.append(project, event);
        return new Call("bo", log.now(project), event);
    }

    private List<Call> logged(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> logged("e" + i)).toList();
    }

    private static List<String> events(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "e" + i).toList();
    }

    @Test
    void what_is_called_out_is_told_in_order_and_nothing_from_before() {
        logged(1, 3).forEach(place::called);

        assertThat(told).isEqualTo(events(1, 3));
    }

    @Test
    void what_is_called_out_twice_or_late_is_told_once() {
        List<Call> calls = logged(1, 3);
        place.called(calls.get(0));
        place.called(calls.get(0));
        place.called(calls.get(2));
        place.called(calls.get(1));
        place.called(calls.get(2));

        assertThat(told).isEqualTo(events(1, 3));
    }

    @Test
    void what_was_not_heard_is_read_from_the_log_when_the_next_is_called_out() {
        List<Call> calls = logged(1, 5);

        place.called(calls.get(4));

        assertThat(told).isEqualTo(events(1, 5));
    }

    @Test
    void what_was_not_heard_is_read_from_the_log_when_the_place_hears_again() {
        place.called(logged("e1"));
        logged(2, 5);

        assertThat(place.hears()).isFalse();
        place.called(logged("e6"));

        assertThat(told).isEqualTo(events(1, 6));
    }

    @Test
    void who_missed_nothing_is_told_nothing() {
        place.called(logged("e1"));

        place.hears();

        assertThat(told).isEqualTo(events(1, 1));
    }

    @Test
    void who_heard_of_nothing_yet_and_missed_nothing_is_told_nothing() {
        var fresh = new ProjectId(UUID.randomUUID());
        var here = new Place(fresh, log, audience);
        here.hears();

        here.hears();

        assertThat(told).isEmpty();
    }

    @Test
    void who_missed_more_than_is_remembered_is_told_so_and_then_what_comes_next() {
        logged(1, 3 * EventLog.REMEMBERED);

        place.hears();
        place.called(logged("next"));

        assertThat(told).containsExactly(MISSED, "next");
    }

    @Test
    void when_redis_forgot_everything_it_is_told_that_something_may_be_missing() {
        place.called(logged("e1"));
        forgotten();

        place.hears();
        place.called(logged("e2"));

        assertThat(told).containsExactly("e1", MISSED, "e2");
    }

    @Test
    void when_redis_forgot_everything_and_has_gone_on_just_as_far_it_is_told_too() {
        place.called(logged("e1"));
        forgotten();
        logged(2, 3);

        place.hears();

        assertThat(told).containsExactly("e1", MISSED);
    }

    @Test
    void a_new_epoch_is_noticed_on_a_connection_that_never_broke() {
        place.called(logged("e1"));
        forgotten();

        place.called(logged("e2"));
        place.called(logged("e3"));

        assertThat(told).containsExactly("e1", MISSED, "e3");
    }

    @Test
    void when_another_redis_takes_over_that_lacks_the_end_it_is_told_that_something_may_be_missing() {
        logged(1, 3).forEach(place::called);
        redis.hincrBy(keys.log(project).get(0), "offset", -2);
        redis.del(keys.log(project).get(1));

        place.called(logged("e4"));

        assertThat(told).containsExactly("e1", "e2", "e3", MISSED);
    }

    @Test
    void when_only_the_events_are_forgotten_it_is_told_that_something_may_be_missing() {
        place.called(logged("e1"));
        logged("e2");
        redis.del(keys.log(project).get(1));

        place.hears();
        place.called(logged("e3"));

        assertThat(told).containsExactly("e1", MISSED, "e3");
    }

    @Test
    void when_only_the_epoch_is_forgotten_the_log_begins_anew() {
        place.called(logged("e1"));
        redis.del(keys.log(project).get(0));

        place.called(logged("e2"));
        place.called(logged("e3"));

        assertThat(told).containsExactly("e1", MISSED, "e3");
        assertThat(log.now(project).offset()).isEqualTo(2);
    }

    @Test
    void fleeting_events_are_told_as_they_come_and_are_in_no_log() {
        place.called(Call.fleeting("bo", "cursor"));
        place.called(logged("e1"));

        place.hears();

        assertThat(told).containsExactly("cursor", "e1");
    }

    @Test
    void a_log_is_forgotten_some_time_after_its_last_event() {
        assertThat(redis.pttl(keys.log(project).get(0)))
                .isBetween(EventLog.EPOCH.toMillis() - 60_000, EventLog.EPOCH.toMillis());
        assertThat(redis.pttl(keys.log(project).get(1)))
                .isBetween(EventLog.REMEMBERED_FOR.toMillis() - 60_000, EventLog.REMEMBERED_FOR.toMillis());
    }

    private void forgotten() {
        keys.log(project).forEach(redis::del);
    }
}
