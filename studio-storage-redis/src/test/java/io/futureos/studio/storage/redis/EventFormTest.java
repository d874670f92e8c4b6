package io.futureos.studio.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.live.Session;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.CaughtUp;
import io.futureos.studio.live.StudioEvent.CursorMoved;
import io.futureos.studio.live.StudioEvent.EventsMissed;
import io.futureos.studio.live.StudioEvent.FrameComputed;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.live.StudioEvent.RevisionCommitted;
import io.futureos.studio.live.StudioEvent.SessionJoined;
import io.futureos.studio.live.StudioEvent.SessionLeft;
import io.futureos.studio.live.StudioEvent.WatchEnded;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class EventFormTest {

    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 1));
    private static final Set<Class<?>> NOT_CARRIED = Set.of(CaughtUp.class, WatchEnded.class);

    @Property(tries = 500)
    void an_event_is_read_as_it_was_written(@ForAll("events") StudioEvent event) {
        assertThat(EventForm.read(event.project(), EventForm.write(event))).contains(event);
    }

    @Test
    void every_kind_of_event_that_a_channel_carries_is_among_those_that_were_tried() {
        Set<Class<?>> tried = kinds().map(kind -> kind.sample().getClass()).collect(Collectors.toSet());

        assertThat(StudioEvent.class.getPermittedSubclasses())
                .allMatch(kind -> tried.contains(kind) != NOT_CARRIED.contains(kind));
    }

    @Test
    void a_revision_with_a_cell_of_a_newer_version_is_carried_as_it_is() {
        GrowingProject norway = GrowingProject.of(People.somebody());
        norway.created();
        var event = new RevisionCommitted(
                norway.id(),
                norway.setByANewerLibrary(new CellPath("data/hologram"), Map.of("depth", 3L))
                        .revision());

        assertThat(EventForm.read(norway.id(), EventForm.write(event))).contains(event);
    }

    @Test
    void a_kind_of_a_newer_version_is_no_event() {
        assertThat(EventForm.read(PROJECT, "{\"kind\":\"hologram_shown\",\"depth\":3}"))
                .isEmpty();
    }

    @Test
    void what_a_newer_version_says_besides_is_passed_over() {
        assertThat(EventForm.read(PROJECT, "{\"kind\":\"events_missed\",\"how_many\":3}"))
                .contains(new EventsMissed(PROJECT));
    }

    @Test
    void a_damaged_event_is_told_from_an_unknown_one() {
        assertThatThrownBy(() -> EventForm.read(PROJECT, "{\"kind\":\"revision_committed\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A revision_committed has an object in \"revision\", but this one has null");
    }

    @Test
    void in_place_of_an_event_that_is_too_long_stands_that_one_was_missed() {
        GrowingProject norway = GrowingProject.of(People.somebody());
        norway.created();
        String configuration = "x".repeat(EventForm.LONGEST);
        var event = new RevisionCommitted(
                norway.id(),
                norway.addsSource("long", Map.of("text", configuration)).revision());

        assertThat(EventForm.read(norway.id(), EventForm.write(event))).contains(new EventsMissed(norway.id()));
    }

    @Test
    void what_no_channel_carries_is_refused() {
        assertThatThrownBy(() -> EventForm.write(new WatchEnded(PROJECT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No channel carries a WatchEnded");
    }

    @Provide
    Arbitrary<StudioEvent> events() {
        return Arbitraries.oneOf(kinds().toList());
    }

    private static Stream<Arbitrary<StudioEvent>> kinds() {
        return Stream.of(
                revisions().map(event -> event),
                jobs().map(job -> new JobProgressed(PROJECT, job)),
                frames().map(event -> event),
                sessions().map(session -> new SessionJoined(PROJECT, session)),
                sessions().map(session -> new CursorMoved(PROJECT, session)),
                sessions().map(session -> new SessionLeft(PROJECT, session)),
                Arbitraries.just(new EventsMissed(PROJECT)));
    }

    private static Arbitrary<RevisionCommitted> revisions() {
        return Combinators.combine(texts(), open(), Arbitraries.integers().between(0, 3))
                .as((text, value, move) -> {
                    GrowingProject norway = GrowingProject.of(People.somebody());
                    var created = norway.created();
                    var commit = switch (move) {
                        case 0 -> created;
                        case 1 -> norway.renamed("Norway");
                        case 2 -> norway.addsSource("more", Map.of("text", text, "value", value));
                        default -> {
                            norway.overrides("share[2024-01]", 0.3);
                            yield norway.undoes();
                        }
                    };
                    return new RevisionCommitted(norway.id(), commit.revision());
                });
    }

    private static Arbitrary<JobStatus> jobs() {
        Arbitrary<Lane> lanes =
                Arbitraries.of(Lane.DATA, Lane.POPULATION, Lane.scenario(new ScenarioId(new UUID(3, 1))));
        return Combinators.combine(
                        lanes, texts(), Arbitraries.doubles().between(0, 1), instants(), Arbitraries.of(0, 1, 2, 3))
                .as((lane, text, fraction, at, state) -> {
                    JobStatus queued = JobStatus.queued(new JobId(new UUID(4, 1)), lane);
                    JobStatus running = queued.started(2, at).running(text, fraction, at.plusSeconds(7));
                    return switch (state) {
                        case 0 -> queued;
                        case 1 -> running;
                        case 2 -> running.failed("engine_failed", text);
                        default -> running.waiting(Duration.ofSeconds(4), "engine_unavailable", text);
                    };
                });
    }

    private static Arbitrary<FrameComputed> frames() {
        return Combinators.combine(Arbitraries.integers().between(1, 1_000), open())
                .as((tick, frame) -> new FrameComputed(PROJECT, new ScenarioId(new UUID(3, tick)), tick, 1_000, frame));
    }

    private static Arbitrary<Session> sessions() {
        return Combinators.combine(instants(), instants(), open())
                .as((joined, seen, cursor) -> new Session(
                        new UUID(2, joined.toEpochMilli()), PROJECT, new UserId(new UUID(0, 2)), joined, seen, cursor));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** Whatever JSON can say, two levels deep. */
    private static Arbitrary<Map<String, Object>> open() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts().map(text -> text),
                Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).map(number -> number),
                Arbitraries.doubles().between(-1e9, 1e9).map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        Arbitrary<Object> values = Arbitraries.oneOf(
                leaves,
                leaves.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(texts(), leaves).ofMaxSize(3).map(map -> map));
        return Arbitraries.maps(texts(), values).ofMaxSize(4);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(List.of(
                        "", " ", "a b", "Ærlig \ud83d\ude97 \"øl\"", "line\nbreak\ttab", "</script>", "\u2028", "kind"))
                .map(text -> text);
    }
}
