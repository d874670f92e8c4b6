package io.futureos.studio.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.change.Edits;
import io.futureos.studio.decide.Decision.Accepted;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JobTakeoverTest {

    private static final UserId ANNA = UserId.of("00000000-0000-4000-8000-00000000a11a");
    private static final Instant NOW = Instant.parse("2025-01-01T09:00:00Z");
    private static final JobRef FIRST = new JobRef(new JobId(new UUID(1, 1)), "fetch", ANNA, 1);

    @Test
    void a_later_attempt_takes_the_lane_and_an_earlier_one_never_takes_it_back() {
        Project project = ownedBy(FIRST);

        Project taken = after(project, JobTakeover.of(context(project), Lane.DATA, FIRST, 3));

        assertThat(taken.get(Cells.job(Lane.DATA))).contains(FIRST.tried(3));
        assertThat(JobTakeover.of(context(taken), Lane.DATA, FIRST, 2)).isEmpty();
        assertThat(JobTakeover.of(context(taken), Lane.DATA, FIRST, 3)).isEmpty();
    }

    @Test
    void a_job_that_has_lost_its_lane_is_not_taken_over() {
        Project project = Project.empty(new ProjectId(new UUID(1, 2)), NOW);

        assertThat(JobTakeover.of(context(project), Lane.DATA, FIRST, 2)).isEmpty();
    }

    @Test
    void what_a_worker_brings_home_after_another_took_over_does_not_count() {
        Project project = ownedBy(FIRST.tried(2));
        var failure = new Failure(FIRST.id(), "late", "Too late.", 1);

        Optional<Decision> late =
                JobResult.of(context(project), Lane.DATA, FIRST, "Failed", result -> result.failed(failure));
        Optional<Decision> inTime =
                JobResult.of(context(project), Lane.DATA, FIRST.tried(2), "Failed", result -> result.failed(failure));

        assertThat(late).isEmpty();
        assertThat(after(project, inTime).get(Cells.job(Lane.DATA))).isEmpty();
    }

    private static Project ownedBy(JobRef job) {
        Project empty = Project.empty(new ProjectId(new UUID(1, 2)), NOW);
        return new Edits(empty).set(Cells.job(Lane.DATA), job).applied();
    }

    private static Project after(Project project, Optional<Decision> decision) {
        Project next = project;
        for (var change : ((Accepted) decision.orElseThrow()).changes()) {
            next = change.applyTo(next);
        }
        return next;
    }

    private static DecideContext context(Project project) {
        return new DecideContext(
                ANNA,
                NOW,
                UUID::randomUUID,
                Assessment.of(project),
                WorkflowGraph.standard(),
                Limits.STANDARD,
                Set.of(),
                true,
                scenario -> Optional.empty());
    }
}
