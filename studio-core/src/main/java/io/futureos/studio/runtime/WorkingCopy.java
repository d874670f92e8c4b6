package io.futureos.studio.runtime;

import io.futureos.studio.change.History;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.workflow.Assessment;
import java.util.ArrayList;
import java.util.List;
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
    private volatile @Nullable StateView view;

    /** @param changedSince the cells that may differ from those that {@code older} shows */
    private WorkingCopy(
            Project project,
            History history,
            Assessment assessment,
            @Nullable StateView older,
            List<CellPath> changedSince) {
        this.project = project;
        this.history = history;
        this.assessment = assessment;
        this.older = older;
        this.changedSince = changedSince;
    }

    static WorkingCopy of(Project empty) {
        return new WorkingCopy(empty, History.none(), Assessment.of(empty), null, List.of());
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

    long revision() {
        return project.revision();
    }

    /** This copy with the next revision folded in. */
    WorkingCopy with(Revision revision) {
        List<CellPath> paths = revision.paths();
        Project next = revision.applyTo(project);
        Assessment assessed = assessment.after(next, paths);
        History longer = history.with(revision);
        StateView known = view;
        if (known != null) {
            return new WorkingCopy(next, longer, assessed, known, paths);
        }
        if (older == null || changedSince.size() + paths.size() > MOST_BEHIND) {
            return new WorkingCopy(next, longer, assessed, null, List.of());
        }
        var changed = new ArrayList<>(changedSince);
        changed.addAll(paths);
        return new WorkingCopy(next, longer, assessed, older, changed);
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
