package io.futureos.studio.runtime;

import io.futureos.studio.change.FoldedForm.Folded;
import io.futureos.studio.change.History;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.Role;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Assessment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project as of its last known revision, with everything that is derived from it. What it shows never changes, so it is
 * safe for use by several threads.
 */
final class WorkingCopy {

    /** Beyond so many changed cells, a view is made anew as fast as from an older one. */
    private static final int MOST_BEHIND = 64;

    private final Project project;
    private final History history;
    private final Assessment assessment;
    private final @Nullable StateView older;
    private final List<CellPath> changedSince;
    private final Map<UserId, Role> collaborators;
    private volatile @Nullable StateView view;
    private volatile @Nullable ProjectSummary summary;

    /** @param changedSince the cells that may differ from those that {@code older} shows */
    private WorkingCopy(
            Project project,
            History history,
            Assessment assessment,
            Map<UserId, Role> collaborators,
            @Nullable StateView older,
            List<CellPath> changedSince) {
        this.project = project;
        this.history = history;
        this.assessment = assessment;
        this.collaborators = collaborators;
        this.older = older;
        this.changedSince = changedSince;
    }

    static WorkingCopy of(Project empty) {
        return new WorkingCopy(empty, History.none(), Assessment.of(empty), Map.of(), null, List.of());
    }

    /** What a checkpoint or a version holds. */
    static WorkingCopy of(Folded folded) {
        Project project = folded.project();
        return new WorkingCopy(
                project, folded.history(), Assessment.of(project), collaborators(project), null, List.of());
    }

    /** What a checkpoint or a version is to hold. */
    Folded folded() {
        return new Folded(project, history);
    }

    Project project() {
        return project;
    }

    History history() {
        return history;
    }

    Assessment assessment() {
        return assessment;
    }

    /** The scenario whose run was started last. */
    Optional<ScenarioId> lastRun() {
        return project.get(Cells.lastRun());
    }

    long revision() {
        return project.revision();
    }

    /** What lists show and rights rest on; made when it is asked for first. */
    ProjectSummary summary() {
        ProjectSummary known = summary;
        if (known == null) {
            known = new ProjectSummary(
                    project.id(),
                    project.get(Cells.owner()).orElseThrow(),
                    project.get(Cells.team()).orElse(null),
                    project.get(Cells.projectName()).orElseThrow(),
                    project.get(Cells.projectDescription()).orElse(""),
                    assessment.status(),
                    project.get(Cells.version()).orElse(1L).intValue(),
                    Objects.requireNonNull(project.stamps().get(Cells.version().path()))
                            .revision(),
                    project.revision(),
                    project.createdAt(),
                    project.updatedAt(),
                    project.get(Cells.deletedAt()).orElse(null),
                    collaborators);
            summary = known;
        }
        return known;
    }

    private static Map<UserId, Role> collaborators(Project project) {
        var collaborators = new LinkedHashMap<UserId, Role>();
        Cells.collaborators().in(project).forEach((user, role) -> collaborators.put(UserId.of(user), role));
        return collaborators;
    }

    /** This copy with the next revision folded in. */
    WorkingCopy with(Revision revision) {
        List<CellPath> paths = revision.paths();
        Project next = revision.applyTo(project);
        Assessment assessed = assessment.after(next, paths);
        History longer = history.with(revision);
        Map<UserId, Role> people = ofCollaborators(paths) ? collaborators(next) : collaborators;
        StateView known = view;
        if (known != null) {
            return new WorkingCopy(next, longer, assessed, people, known, paths);
        }
        if (older == null || changedSince.size() + paths.size() > MOST_BEHIND) {
            return new WorkingCopy(next, longer, assessed, people, null, List.of());
        }
        var changed = new ArrayList<>(changedSince);
        changed.addAll(paths);
        return new WorkingCopy(next, longer, assessed, people, older, changed);
    }

    private static boolean ofCollaborators(List<CellPath> paths) {
        for (CellPath path : paths) {
            if (path.isUnder(Cells.collaborators().path())) {
                return true;
            }
        }
        return false;
    }

    /** The contract's view; made when it is asked for first, from an older one where there is one. */
    ProjectState state() {
        StateView known = view;
        if (known == null) {
            known = older == null ? StateView.of(this) : older.after(this, changedSince);
            view = known;
        }
        return known.state();
    }
}
