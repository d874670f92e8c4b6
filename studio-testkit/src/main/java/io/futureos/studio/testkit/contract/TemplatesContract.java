package io.futureos.studio.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Templates;
import io.futureos.studio.storage.Templates.StoredTemplate;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.fixture.SavedTemplates;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.Templates} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class TemplatesContract {

    private static final Instant MORNING = MovableClock.START;

    private final UserId anna = People.somebody();
    private final TeamId team = People.aTeam();
    private Templates templates;

    /** A store without templates. */
    protected abstract Templates newEmptyTemplates();

    @BeforeEach
    final void start() {
        templates = newEmptyTemplates();
    }

    private StoredTemplate saved(UserId maker, @Nullable TeamId ofTeam, int second) {
        StoredTemplate template = SavedTemplates.by(maker, ofTeam, MORNING.plusSeconds(second));
        templates.put(template);
        return template;
    }

    private List<StoredTemplate> visibleToAnna(TeamId... teams) {
        return templates.visibleTo(anna, List.of(teams)::contains);
    }

    @Test
    void a_template_is_found_as_it_was_put() {
        StoredTemplate mine = saved(anna, null, 0);
        StoredTemplate ours = saved(anna, team, 1);

        assertThat(templates.find(mine.id())).contains(mine);
        assertThat(templates.find(ours.id())).contains(ours);
    }

    @Test
    void all_templates_are_found_part_by_part_in_the_order_of_their_ids() {
        var ids = new TreeSet<String>();
        for (int i = 0; i < 11; i++) {
            ids.add(saved(i % 2 == 0 ? anna : People.somebody(), i % 3 == 0 ? team : null, i)
                    .id()
                    .toString());
        }

        for (int size : List.of(1, 3, 10, 11, 12)) {
            var seen = new ArrayList<String>();
            List<StoredTemplate> part;
            do {
                part = templates.all(seen.isEmpty() ? null : UUID.fromString(seen.get(seen.size() - 1)), size);
                assertThat(part).hasSizeLessThanOrEqualTo(size);
                part.forEach(template -> seen.add(template.id().toString()));
            } while (part.size() == size);
            assertThat(seen).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void a_template_that_nobody_put_is_not_there() {
        saved(anna, null, 0);

        assertThat(templates.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_template_that_is_put_again_takes_the_place_of_the_one_before() {
        StoredTemplate first = saved(anna, null, 0);
        var second = new StoredTemplate(
                first.id(),
                "Ærlig \ud83d\ude97",
                "",
                anna,
                team,
                first.madeAt(),
                OpenValue.map(Map.of("name", "Ærlig", "numbers", List.of(0.1, 1e300))));

        templates.put(second);
        templates.put(second);

        assertThat(templates.find(first.id())).contains(second);
        assertThat(visibleToAnna()).containsExactly(second);
    }

    @Test
    void a_user_sees_what_the_user_made_newest_first_and_nobody_else_s() {
        StoredTemplate first = saved(anna, null, 0);
        StoredTemplate third = saved(anna, team, 20);
        StoredTemplate second = saved(anna, null, 10);
        saved(People.somebody(), null, 30);

        assertThat(visibleToAnna()).containsExactly(third, second, first);
    }

    @Test
    void a_user_sees_those_of_the_user_s_teams_and_of_no_others() {
        StoredTemplate ofTheTeam = saved(People.somebody(), team, 0);
        StoredTemplate mineToo = saved(anna, team, 10);
        saved(People.somebody(), People.aTeam(), 20);

        assertThat(visibleToAnna(team)).containsExactly(mineToo, ofTheTeam);
        assertThat(visibleToAnna()).containsExactly(mineToo);
    }

    @Test
    void a_large_template_is_found_as_it_was_put() {
        var large = new StoredTemplate(
                UUID.randomUUID(),
                "Large",
                "",
                anna,
                null,
                MORNING,
                OpenValue.map(Map.of("text", "x".repeat(1 << 20))));

        templates.put(large);

        assertThat(templates.find(large.id())).contains(large);
    }
}
