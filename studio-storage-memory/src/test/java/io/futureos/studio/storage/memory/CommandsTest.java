package io.futureos.studio.storage.memory;

import static io.futureos.studio.storage.memory.StudioFixture.ANNA;
import static io.futureos.studio.storage.memory.StudioFixture.BO;
import static io.futureos.studio.storage.memory.StudioFixture.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.ProjectCreate;
import io.futureos.studio.RefusedException;
import io.futureos.studio.action.WorkbenchRequest;
import io.futureos.studio.decide.Refusal;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.model.WorkbenchResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {

    private static final UUID COMMAND = new UUID(7, 7);

    private final StudioFixture fixture = new StudioFixture();

    private WorkbenchResponse override(
            ProjectId project, UserId user, double value, @Nullable UUID command, @Nullable Long base) {
        return override(project, user, "share[2024-01]", value, command, base);
    }

    private WorkbenchResponse override(
            ProjectId project, UserId user, String field, double value, @Nullable UUID command, @Nullable Long base) {
        var action = StudioFixture.action(
                "data",
                "override_value",
                Map.of("override", Map.of("field", field, "value", value, "reason", "a typing error")));
        return fixture.studio.workbench().execute(new WorkbenchRequest(project, user, action, command, base));
    }

    @Test
    void a_command_sent_twice_is_done_once_and_answered_twice() {
        ProjectId project = fixture.aCompleteProject();

        WorkbenchResponse first = override(project, ANNA, 0.3, COMMAND, null);
        long head = fixture.storage.journal().head(project);
        WorkbenchResponse again = override(project, ANNA, 0.3, COMMAND, null);

        assertThat(fixture.storage.journal().head(project)).isEqualTo(head);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_command_is_still_known_after_others_went_on() {
        ProjectId project = fixture.aCompleteProject();
        WorkbenchResponse first = override(project, ANNA, 0.3, COMMAND, null);
        fixture.override(project, "share[2024-02]", 0.4);

        WorkbenchResponse again = override(project, ANNA, 0.3, COMMAND, null);

        assertThat(again.stateChanges()).isEqualTo(first.stateChanges());
        assertThat(again.revision()).isEqualTo(first.revision());
        assertThat(again.updatedProjectState().revision()).isGreaterThan(first.revision());
    }

    @Test
    void a_command_id_can_t_be_used_for_something_else() {
        ProjectId project = fixture.aCompleteProject();
        override(project, ANNA, 0.3, COMMAND, null);

        assertThatThrownBy(() -> override(project, ANNA, 0.4, COMMAND, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Give each command an id of its own");
    }

    @Test
    void two_users_may_choose_the_same_command_id() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        override(project, ANNA, 0.3, COMMAND, null);

        WorkbenchResponse other = override(project, BO, 0.4, COMMAND, null);

        assertThat(other.updatedProjectState().workbenchStates().data().overrides())
                .extracting(override -> override.value())
                .containsExactly(0.4);
    }

    @Test
    void a_project_created_twice_by_one_command_is_one_project() {
        var create = new ProjectCreate(ANNA, "Once", QUESTION).as(COMMAND);

        ProjectId first = fixture.studio.projects().create(create).projectId();
        ProjectId again = fixture.studio.projects().create(create).projectId();

        assertThat(again).isEqualTo(first);
        assertThat(fixture.studio.projects().list(ANNA, null, 10).projects()).hasSize(1);
    }

    @Test
    void an_edit_of_another_cell_merges_whatever_was_set_since() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        long base = fixture.state(project).revision();
        override(project, BO, "share[2024-02]", 0.4, null, null);

        WorkbenchResponse mine = override(project, ANNA, "share[2024-01]", 0.3, null, base);

        assertThat(mine.updatedProjectState().workbenchStates().data().overrides())
                .hasSize(2);
    }

    @Test
    void an_edit_of_a_cell_that_somebody_set_since_is_refused_with_all_three_values() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        override(project, ANNA, 0.25, null, null);
        long base = fixture.state(project).revision();
        override(project, BO, 0.4, null, null);
        override(project, BO, 0.45, null, null);

        assertThatThrownBy(() -> override(project, ANNA, 0.3, null, base))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    var since = (Refusal.SetSince) e.refusal();
                    assertThat(value(since.base())).isEqualTo(0.25);
                    assertThat(value(since.theirs())).isEqualTo(0.45);
                    assertThat(value(since.mine())).isEqualTo(0.3);
                    assertThat(since.since().actor()).isEqualTo(BO);
                });
    }

    private static @Nullable Object value(Optional<Object> override) {
        return ((Map<?, ?>) override.orElseThrow()).get("value");
    }

    @Test
    void it_is_the_setting_that_counts_and_not_the_value() {
        ProjectId project = fixture.aCompleteProject();
        fixture.invite(project, BO);
        override(project, ANNA, 0.25, null, null);
        long base = fixture.state(project).revision();
        override(project, BO, 0.4, null, null);
        override(project, BO, 0.25, null, null);

        assertThatThrownBy(() -> override(project, ANNA, 0.3, null, base))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("after you looked");
    }

    @Test
    void one_s_own_later_edits_do_not_stand_in_the_way() {
        ProjectId project = fixture.aCompleteProject();
        long base = fixture.state(project).revision();
        override(project, ANNA, 0.25, null, null);

        WorkbenchResponse response = override(project, ANNA, 0.3, null, base);

        assertThat(response.success()).isTrue();
    }

    @Test
    void a_base_revision_from_the_future_is_refused() {
        ProjectId project = fixture.aCompleteProject();

        assertThatThrownBy(() -> override(project, ANNA, 0.3, null, 10_000L))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("base_revision is 10000");
    }
}
