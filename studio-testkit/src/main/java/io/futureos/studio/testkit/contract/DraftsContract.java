package io.futureos.studio.testkit.contract;

import static io.futureos.studio.testkit.contract.Parallel.inRounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.live.Draft;
import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.Live;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.Presences;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Drafts} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class DraftsContract {

    private static final int ROUNDS = 2_000;
    private static final Instant MORNING = MovableClock.START;

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final UserId anna = People.somebody();
    private Live live;
    private Drafts drafts;

    /** One in which nothing is going on. */
    protected abstract Live newEmptyLive();

    /** What another node sees of it, if nodes see it each through an object of their own. */
    protected Live atAnotherNode(Live one) {
        return one;
    }

    @BeforeEach
    final void start() {
        live = newEmptyLive();
        drafts = live.drafts();
    }

    private Draft typed(String place, int second) {
        Draft draft = Presences.types(project, anna, place, MORNING.plusSeconds(second));
        drafts.put(draft);
        return draft;
    }

    @Test
    void a_user_who_typed_nothing_has_no_drafts() {
        typed("name", 0);

        assertThat(drafts.of(project, People.somebody(), MORNING)).isEmpty();
        assertThat(drafts.of(new ProjectId(UUID.randomUUID()), anna, MORNING)).isEmpty();
    }

    @Test
    void a_user_s_drafts_come_back_as_they_were_put_in_the_order_of_their_places() {
        Draft second = typed("report/annotation", 0);
        Draft first = typed("data/override/Ærlig \ud83d\ude97", 10);
        Draft third = typed("scenario/name", 5);

        assertThat(drafts.of(project, anna, MORNING)).containsExactly(first, second, third);
        assertThat(atAnotherNode(live).drafts().of(project, anna, MORNING)).containsExactly(first, second, third);
    }

    @Test
    void what_is_typed_later_in_a_place_takes_the_place_of_what_was_typed_before() {
        typed("name", 0);
        var later = new Draft(
                project,
                anna,
                "name",
                Map.of("text", "Sweden \"øl\"", "cursor", 7, "share", 0.1),
                MORNING.plusSeconds(5));

        drafts.put(later);
        drafts.put(later);

        assertThat(drafts.of(project, anna, MORNING)).containsExactly(later);
    }

    @Test
    void what_was_put_at_the_instant_is_there_and_what_was_put_before_is_not() {
        Draft old = typed("a", 0);
        Draft young = typed("b", 30);

        assertThat(drafts.of(project, anna, MORNING)).containsExactly(old, young);
        assertThat(drafts.of(project, anna, MORNING.plusSeconds(30))).containsExactly(young);
        assertThat(drafts.of(project, anna, MORNING.plusSeconds(30).plusNanos(1_000)))
                .isEmpty();
    }

    @Test
    void a_draft_that_was_removed_is_gone_and_may_be_removed_again() {
        typed("name", 0);
        Draft stays = typed("report", 0);

        drafts.remove(project, anna, "name");
        drafts.remove(project, anna, "name");
        drafts.remove(project, People.somebody(), "report");
        drafts.remove(new ProjectId(UUID.randomUUID()), anna, "report");

        assertThat(drafts.of(project, anna, MORNING)).containsExactly(stays);
    }

    @Test
    void what_is_typed_while_the_last_draft_is_removed_is_kept() throws Exception {
        List<UserId> users = Stream.generate(People::somebody).limit(ROUNDS).toList();
        users.forEach(user -> drafts.put(Presences.types(project, user, "name", MORNING)));

        inRounds(ROUNDS, 2, (round, thread) -> {
            if (thread == 0) {
                drafts.remove(project, users.get(round), "name");
            } else {
                drafts.put(Presences.types(project, users.get(round), "report", MORNING));
            }
        });

        assertThat(users)
                .allSatisfy(user -> assertThat(drafts.of(project, user, MORNING))
                        .extracting(Draft::place)
                        .containsExactly("report"));
    }
}
