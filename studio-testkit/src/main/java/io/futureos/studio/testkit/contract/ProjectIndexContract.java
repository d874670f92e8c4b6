package io.futureos.studio.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.ProjectIndex.Position;
import io.futureos.studio.storage.ProjectIndex.Slice;
import io.futureos.studio.testkit.fixture.GrowingProject;
import io.futureos.studio.testkit.fixture.People;
import io.futureos.studio.testkit.time.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link io.futureos.studio.storage.ProjectIndex} promises, as long as nobody writes checkpoints. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ProjectIndexContract {

    private static final Instant MORNING = MovableClock.START;
    private static final Slice ALL = new Slice(null, 1_000);

    private final UserId anna = People.somebody();
    private final UserId bo = People.somebody();
    private final TeamId team = People.aTeam();
    private JournalStore store;

    /** An index without projects, with the journal that writes it. */
    protected abstract JournalStore newEmptyStore();

    @BeforeEach
    final void start() {
        store = newEmptyStore();
    }

    private void append(GrowingProject project, Commit commit) {
        store.journal().append(project.id(), commit);
    }

    /** A project of Anna's, with its first move made so many seconds into the morning. */
    private GrowingProject aProject(int second) {
        return created(GrowingProject.of(anna), second);
    }

    private GrowingProject aTeamsProject(int second) {
        return created(GrowingProject.of(anna, team), second);
    }

    private GrowingProject created(GrowingProject project, int second) {
        append(project, project.at(MORNING.plusSeconds(second)).created());
        return project;
    }

    private static List<ProjectId> ids(List<ProjectSummary> summaries) {
        return summaries.stream().map(ProjectSummary::id).toList();
    }

    private List<ProjectId> ofAnna() {
        return ids(store.projects().ofUser(anna, ALL));
    }

    @Test
    void a_project_is_found_as_its_last_commit_summed_it_up() {
        GrowingProject project = aTeamsProject(0);
        append(project, project.invites(bo, Role.VIEWER));
        append(project, project.startsJob());
        append(project, project.dueForDelivery(MORNING.plusSeconds(99)).renamed("Ærlig \ud83d\ude97 \"øl\""));

        assertThat(store.projects().find(project.id())).contains(project.summary());
        assertThat(store.projects().ofUser(bo, ALL)).containsExactly(project.summary());
    }

    @Test
    void a_project_that_does_not_exist_is_not_found() {
        aProject(0);

        assertThat(store.projects().find(new ProjectId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_deleted_project_is_found_and_told_to_be_deleted() {
        GrowingProject project = aProject(0);
        append(project, project.deleted());

        assertThat(store.projects().find(project.id()))
                .contains(project.summary())
                .get()
                .matches(ProjectSummary::isDeleted);
    }

    @Test
    void all_projects_are_found_part_by_part_in_the_order_of_their_ids_deleted_ones_too() {
        var ids = new TreeSet<ProjectId>();
        for (int i = 0; i < 23; i++) {
            GrowingProject project = aProject(i);
            ids.add(project.id());
            if (i % 5 == 0) {
                append(project, project.deleted());
            }
        }

        for (int size : List.of(1, 5, 22, 23, 24)) {
            var seen = new ArrayList<ProjectId>();
            List<ProjectSummary> part;
            do {
                part = store.projects().all(seen.isEmpty() ? null : seen.get(seen.size() - 1), size);
                assertThat(part).hasSizeLessThanOrEqualTo(size);
                seen.addAll(ids(part));
            } while (part.size() == size);
            assertThat(seen).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void who_goes_through_all_projects_misses_none_because_it_changes_meanwhile() {
        var projects = new TreeMap<ProjectId, GrowingProject>();
        for (int i = 0; i < 4; i++) {
            GrowingProject project = aProject(i);
            projects.put(project.id(), project);
        }
        List<ProjectSummary> first = store.projects().all(null, 2);
        GrowingProject changed = List.copyOf(projects.values()).get(3);
        append(changed, changed.renamed("Norway"));

        List<ProjectSummary> rest = store.projects().all(first.get(1).id(), 100);

        assertThat(rest).hasSize(2).contains(changed.summary());
    }

    @Test
    void a_user_s_list_has_the_projects_in_which_the_user_is_a_collaborator_newest_first() {
        GrowingProject first = aProject(0);
        GrowingProject second = aProject(10);
        GrowingProject others = created(GrowingProject.of(bo), 20);
        append(first, first.at(MORNING.plusSeconds(30)).renamed("Norway"));

        assertThat(ofAnna()).containsExactly(first.id(), second.id());
        assertThat(ids(store.projects().ofUser(bo, ALL))).containsExactly(others.id());
        assertThat(store.projects().ofUser(People.somebody(), ALL)).isEmpty();
    }

    @Test
    void who_was_invited_has_the_project_in_the_list_and_who_was_removed_has_not() {
        GrowingProject project = aProject(0);
        append(project, project.invites(bo, Role.EDITOR));
        assertThat(ids(store.projects().ofUser(bo, ALL))).containsExactly(project.id());

        append(project, project.removes(bo));

        assertThat(store.projects().ofUser(bo, ALL)).isEmpty();
        assertThat(ofAnna()).containsExactly(project.id());
    }

    @Test
    void a_team_s_list_has_the_projects_of_the_team_newest_first() {
        GrowingProject first = aTeamsProject(0);
        GrowingProject second = aTeamsProject(10);
        aProject(20);
        created(GrowingProject.of(anna, People.aTeam()), 30);

        assertThat(ids(store.projects().ofTeam(team, ALL))).containsExactly(second.id(), first.id());
    }

    @Test
    void lists_leave_deleted_projects_out_until_they_are_brought_back() {
        GrowingProject project = aTeamsProject(0);
        append(project, project.deleted());
        assertThat(ofAnna()).isEmpty();
        assertThat(store.projects().ofTeam(team, ALL)).isEmpty();

        append(project, project.broughtBack());

        assertThat(ofAnna()).containsExactly(project.id());
        assertThat(ids(store.projects().ofTeam(team, ALL))).containsExactly(project.id());
    }

    @Test
    void parts_of_a_list_make_up_the_whole_without_gaps_and_repeats_even_where_times_are_the_same() {
        for (int i = 0; i < 23; i++) {
            GrowingProject project = aTeamsProject(i / 8);
            append(project, project.at(project.now()).startsJob());
        }

        for (int size : List.of(1, 2, 5, 8, 22, 23, 24)) {
            assertWhole(size, slice -> store.projects().ofUser(anna, slice));
            assertWhole(size, slice -> store.projects().ofTeam(team, slice));
            assertWhole(size, slice -> store.projects().withJobs(slice));
        }
    }

    private static void assertWhole(int size, Function<Slice, List<ProjectSummary>> list) {
        List<ProjectSummary> pages = paged(size, list);

        assertThat(ids(pages)).hasSize(23).doesNotHaveDuplicates();
        assertThat(pages)
                .isSortedAccordingTo(
                        Comparator.comparing(ProjectSummary::updatedAt).reversed())
                .isEqualTo(list.apply(ALL));
    }

    private static List<ProjectSummary> paged(int size, Function<Slice, List<ProjectSummary>> list) {
        var all = new ArrayList<ProjectSummary>();
        Position after = null;
        while (true) {
            List<ProjectSummary> page = list.apply(new Slice(after, size));
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(page);
            if (page.size() < size) {
                return all;
            }
            after = Position.of(page.get(size - 1));
        }
    }

    @Test
    void who_reads_on_misses_no_project_because_others_change_meanwhile() {
        var projects = new ArrayList<GrowingProject>();
        for (int i = 0; i < 9; i++) {
            projects.add(aProject(i));
        }
        List<ProjectSummary> page = store.projects().ofUser(anna, new Slice(null, 3));
        GrowingProject changed = projects.get(7);
        append(changed, changed.at(MORNING.plusSeconds(99)).renamed("Norway"));
        aProject(100);

        List<ProjectSummary> rest = store.projects().ofUser(anna, new Slice(Position.of(page.get(2)), 100));

        assertThat(ids(page))
                .containsExactly(
                        projects.get(8).id(),
                        projects.get(7).id(),
                        projects.get(6).id());
        assertThat(rest).hasSize(6);
        assertThat(ids(rest))
                .doesNotContain(changed.id())
                .startsWith(projects.get(5).id());
    }

    @Test
    void unversioned_are_those_that_changed_since_their_version_was_cut_the_longest_ago_first() {
        GrowingProject late = aProject(0);
        GrowingProject early = aProject(10);
        GrowingProject saved = aProject(20);
        GrowingProject gone = aProject(30);
        append(late, late.at(MORNING.plusSeconds(80)).renamed("Late"));
        append(early, early.at(MORNING.plusSeconds(40)).renamed("Early"));
        append(saved, saved.renamed("Saved"));
        append(saved, saved.saved("To keep"));
        append(gone, gone.deleted());

        assertThat(ids(store.projects().unversioned(10))).containsExactly(early.id(), late.id());
        assertThat(ids(store.projects().unversioned(1))).containsExactly(early.id());
    }

    @Test
    void without_checkpoints_every_project_is_unsaved_deleted_ones_too_the_longest_ago_first() {
        GrowingProject first = aProject(0);
        GrowingProject second = aProject(10);
        GrowingProject gone = aProject(20);
        append(gone, gone.deleted());
        append(first, first.at(MORNING.plusSeconds(30)).renamed("Norway"));

        assertThat(ids(store.projects().unsaved(10))).containsExactly(second.id(), gone.id(), first.id());
        assertThat(ids(store.projects().unsaved(2))).containsExactly(second.id(), gone.id());
    }

    @Test
    void with_jobs_are_those_in_which_a_lane_belongs_to_a_job_deleted_ones_too_newest_first() {
        aProject(0);
        GrowingProject running = aProject(10);
        GrowingProject ended = aProject(20);
        GrowingProject gone = aProject(30);
        append(running, running.startsJob());
        append(ended, ended.startsJob());
        append(ended, ended.endsJob());
        append(gone, gone.startsJob());
        append(gone, gone.deleted());

        assertThat(ids(store.projects().withJobs(ALL))).containsExactly(gone.id(), running.id());
    }

    @Test
    void with_delivery_due_are_those_whose_time_has_come_the_longest_due_first() {
        aProject(0);
        GrowingProject later = due(50);
        GrowingProject atOnce = due(40);
        GrowingProject longDue = due(20);
        GrowingProject gone = due(10);
        append(gone, gone.deleted());

        assertThat(ids(store.projects().withDeliveryDue(MORNING.plusSeconds(40), 10)))
                .containsExactly(longDue.id(), atOnce.id());
        assertThat(ids(store.projects().withDeliveryDue(MORNING.plusSeconds(50), 2)))
                .containsExactly(longDue.id(), atOnce.id());
        assertThat(ids(store.projects().withDeliveryDue(MORNING.plusSeconds(50), 10)))
                .containsExactly(longDue.id(), atOnce.id(), later.id());
    }

    private GrowingProject due(int second) {
        GrowingProject project = aProject(0);
        append(project, project.dueForDelivery(MORNING.plusSeconds(second)).renamed("Due"));
        return project;
    }

    @Test
    void a_delivery_that_was_put_off_is_due_no_more() {
        GrowingProject project = due(10);

        append(project, project.dueForDelivery(MORNING.plusSeconds(60)).renamed("Put off"));

        assertThat(store.projects().withDeliveryDue(MORNING.plusSeconds(59), 10))
                .isEmpty();
    }

    @Test
    void a_microsecond_makes_a_difference() {
        Instant before = MORNING.plusSeconds(10).minusNanos(1_000);
        GrowingProject project = due(10);
        GrowingProject newer = GrowingProject.of(anna);
        append(newer, newer.at(project.summary().updatedAt().plusNanos(1_000)).created());

        assertThat(store.projects().withDeliveryDue(before, 10)).isEmpty();
        assertThat(ofAnna()).containsExactly(newer.id(), project.id());
    }
}
