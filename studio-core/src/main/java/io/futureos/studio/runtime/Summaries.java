package io.futureos.studio.runtime;

import io.futureos.studio.model.Agenda;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectStatus;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScheduleProgress;
import io.futureos.studio.model.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sums a project up for lists and rights. */
final class Summaries {

    /** Where everything lies that a summary tells, but for what every revision changes. */
    private static final Set<String> ROOMS = Set.of("project", "collaborator", "version", "job");

    private Summaries() {}

    static ProjectSummary of(Project project, ProjectStatus status) {
        return new ProjectSummary(
                project.id(),
                project.get(Cells.owner()).orElseThrow(),
                project.get(Cells.team()).orElse(null),
                project.get(Cells.projectName()).orElseThrow(),
                project.get(Cells.projectDescription()).orElse(""),
                status,
                project.get(Cells.version()).orElse(1L).intValue(),
                Objects.requireNonNull(project.stamps().get(Cells.version().path()))
                        .revision(),
                project.revision(),
                project.createdAt(),
                project.updatedAt(),
                project.get(Cells.deletedAt()).orElse(null),
                collaborators(project),
                agenda(project));
    }

    private static Agenda agenda(Project project) {
        return new Agenda(
                project.under(CellPath.of("job")).iterator().hasNext(),
                ScheduleProgress.nextDue(project).orElse(null));
    }

    private static Map<UserId, Role> collaborators(Project project) {
        var collaborators = new LinkedHashMap<UserId, Role>();
        Cells.collaborators().in(project).forEach((user, role) -> collaborators.put(UserId.of(user), role));
        return collaborators;
    }

    /** Whether the summary may tell something else after these cells were set. */
    static boolean isTouchedBy(List<CellPath> paths) {
        for (CellPath path : paths) {
            if (ROOMS.contains(path.segment(0)) || isOfSchedules(path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfSchedules(CellPath path) {
        return path.segment(0).equals("report")
                && (path.isUnder(Cells.schedules().path())
                        || path.isUnder(Cells.deliveries().path()));
    }
}
