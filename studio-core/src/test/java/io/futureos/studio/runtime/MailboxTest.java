package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.change.Revision;
import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxTest {

    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 1));
    private static final UserId USER = new UserId(new UUID(0, 2));
    private static final Instant NOW = Instant.parse("2025-01-01T09:00:00Z");

    private final Mailbox mailbox = new Mailbox();

    static RevisionCommitted revision(long number) {
        return new RevisionCommitted(
                PROJECT,
                new Revision(number, new UUID(1, number), USER, NOW, "data", "edit", "", false, null, null, List.of()));
    }

    private static Session session(int id, int row) {
        return new Session(new UUID(2, id), PROJECT, USER, NOW, NOW, Map.of("row", row));
    }

    private static CursorMoved cursor(int session, int row) {
        return new CursorMoved(PROJECT, session(session, row));
    }

    private static FrameComputed frame(int scenario, int tick) {
        return new FrameComputed(PROJECT, scenarioId(scenario), tick, 12, Map.of("tick", tick));
    }

    private static ScenarioId scenarioId(int id) {
        return new ScenarioId(new UUID(3, id));
    }

    private static JobProgressed progress(int job, int percent) {
        JobStatus queued = JobStatus.queued(new JobId(new UUID(4, job)), Lane.scenario(scenarioId(job)));
        return new JobProgressed(PROJECT, queued.running("simulating", percent / 100.0, NOW));
    }

    private void put(StudioEvent... events) {
        List.of(events).forEach(mailbox::put);
    }

    private static List<StudioEvent> emptied(Mailbox mailbox) {
        var all = new ArrayList<StudioEvent>();
        for (StudioEvent next = mailbox.take(); next != null; next = mailbox.take()) {
            all.add(next);
        }
        return all;
    }

    @Test
    void an_event_gives_way_to_a_newer_one_about_the_same() {
        put(cursor(1, 1), cursor(2, 1), progress(1, 10), frame(1, 1), revision(5));
        put(cursor(1, 2), progress(1, 20), progress(2, 10), frame(1, 2), revision(6));

        assertThat(emptied(mailbox))
                .containsExactly(
                        cursor(2, 1),
                        revision(5),
                        cursor(1, 2),
                        progress(1, 20),
                        progress(2, 10),
                        frame(1, 2),
                        revision(6));
    }

    @Test
    void somebodys_coming_gives_way_to_their_going() {
        var joined = new SessionJoined(PROJECT, session(1, 0));
        var left = new SessionLeft(PROJECT, session(1, 3));
        put(joined, cursor(1, 3), left);

        assertThat(emptied(mailbox)).containsExactly(cursor(1, 3), left);
    }

    @Test
    void that_events_were_missed_is_told_once_behind_what_waited_before_it() {
        put(new EventsMissed(PROJECT), cursor(1, 1), new EventsMissed(PROJECT));

        assertThat(emptied(mailbox)).containsExactly(cursor(1, 1), new EventsMissed(PROJECT));
    }

    @Test
    void a_revision_that_comes_twice_keeps_its_place() {
        put(revision(5), revision(6), revision(5));

        assertThat(emptied(mailbox)).containsExactly(revision(5), revision(6));
    }

    @Test
    void when_too_many_wait_the_revisions_go_and_it_is_remembered_until_somebody_asks() {
        put(cursor(1, 1));
        IntStream.range(0, Mailbox.MOST - 1).forEach(i -> put(revision(i + 1)));
        assertThat(mailbox.takeOverflow()).isFalse();

        put(revision(Mailbox.MOST), revision(Mailbox.MOST + 1), progress(1, 10));

        assertThat(mailbox.isEmpty()).isFalse();
        assertThat(mailbox.takeOverflow()).isTrue();
        assertThat(mailbox.takeOverflow()).isFalse();
        put(revision(Mailbox.MOST + 2));
        assertThat(emptied(mailbox)).containsExactly(cursor(1, 1), progress(1, 10), revision(Mailbox.MOST + 2));
        assertThat(mailbox.isEmpty()).isTrue();
    }

    @Test
    void of_events_that_are_not_revisions_no_more_wait_either() {
        IntStream.range(0, 3 * Mailbox.MOST).forEach(i -> put(cursor(i, i)));

        assertThat(mailbox.takeOverflow()).isTrue();
        assertThat(emptied(mailbox)).hasSize(Mailbox.MOST).last().isEqualTo(cursor(3 * Mailbox.MOST - 1, 2_999));
    }

    @Test
    void what_no_channel_carries_is_not_taken() {
        assertThatThrownBy(() -> put(new WatchEnded(PROJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WatchEnded");
    }

    @Property
    void what_comes_out_came_in_in_that_order_and_nothing_that_was_the_newest_is_missing(
            @ForAll("events") List<StudioEvent> events, @ForAll List<Boolean> takes) {
        var box = new Mailbox();
        var out = new ArrayList<StudioEvent>();
        for (int i = 0; i < events.size(); i++) {
            box.put(events.get(i));
            if (i < takes.size() && takes.get(i)) {
                StudioEvent taken = box.take();
                if (taken != null) {
                    out.add(taken);
                }
            }
        }
        out.addAll(emptied(box));

        assertThat(events).containsSubsequence(out);
        assertThat(out)
                .containsAll(events.stream()
                        .filter(event -> event instanceof RevisionCommitted || isNewest(event, events))
                        .toList());
    }

    private static boolean isNewest(StudioEvent event, List<StudioEvent> events) {
        List<StudioEvent> same = events.stream()
                .filter(other -> about(other).equals(about(event)))
                .toList();
        return same.get(same.size() - 1).equals(event);
    }

    private static Object about(StudioEvent event) {
        return event instanceof CursorMoved moved ? moved.session().id() : ((FrameComputed) anyFrame(event)).scenario();
    }

    private static StudioEvent anyFrame(StudioEvent event) {
        return event instanceof FrameComputed ? event : frame(99, 1);
    }

    @Provide
    Arbitrary<List<StudioEvent>> events() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> topics = Arbitraries.integers().between(1, 3);
        return Combinators.combine(kinds, topics)
                .as(List::of)
                .list()
                .ofMaxSize(60)
                .map(MailboxTest::numbered);
    }

    /** Each event is another: it bears its place in the list. */
    private static List<StudioEvent> numbered(List<List<Integer>> kinds) {
        var events = new ArrayList<StudioEvent>();
        for (int i = 0; i < kinds.size(); i++) {
            int about = kinds.get(i).get(1);
            events.add(
                    switch (kinds.get(i).get(0)) {
                        case 0 -> revision(i + 1);
                        case 1 -> cursor(about, i);
                        default -> frame(about, i);
                    });
        }
        return events;
    }
}
