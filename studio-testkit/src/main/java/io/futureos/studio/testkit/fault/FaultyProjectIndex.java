package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.ProjectIndex;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An index at the other end of a line. */
record FaultyProjectIndex(ProjectIndex real, Line line) implements ProjectIndex {

    @Override
    public Optional<ProjectSummary> find(ProjectId project) {
        return line.call("projects.find", () -> real.find(project));
    }

    @Override
    public List<ProjectSummary> all(@Nullable ProjectId after, int size) {
        return line.call("projects.all", () -> real.all(after, size));
    }

    @Override
    public List<ProjectSummary> ofUser(UserId user, Slice slice) {
        return line.call("projects.ofUser", () -> real.ofUser(user, slice));
    }

    @Override
    public List<ProjectSummary> ofTeam(TeamId team, Slice slice) {
        return line.call("projects.ofTeam", () -> real.ofTeam(team, slice));
    }

    @Override
    public List<ProjectSummary> unversioned(int most) {
        return line.call("projects.unversioned", () -> real.unversioned(most));
    }

    @Override
    public List<ProjectSummary> unsaved(int most) {
        return line.call("projects.unsaved", () -> real.unsaved(most));
    }

    @Override
    public List<ProjectSummary> withJobs(Slice slice) {
        return line.call("projects.withJobs", () -> real.withJobs(slice));
    }

    @Override
    public List<ProjectSummary> withDeliveryDue(Instant now, int most) {
        return line.call("projects.withDeliveryDue", () -> real.withDeliveryDue(now, most));
    }
}
