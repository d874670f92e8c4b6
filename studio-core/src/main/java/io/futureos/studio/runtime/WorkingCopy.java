package io.futureos.studio.runtime;

import io.futureos.studio.change.FoldedForm.Folded;
import io.futureos.studio.change.History;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.workflow.Assessment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final @Nullable ProjectSummary olderSummary;
    private volatile @Nullable StateView view;
    private volatile @Nullable ProjectSummary summary;

    /** @param changedSince the cells that may differ from those that {@code older} shows */
    private WorkingCopy(
            Project project,
            History history,
            Assessment assessment,
            @Nullable ProjectSummary olderSummary,
            @Nullable StateView older,
            List<CellPath> changedSince) {
        this.project = project;
        this.history = history;
        this.assessment = assessment;
        this.olderSummary = olderSummary;
        this.older = older;
        this.changedSince = changedSince;
    }

    static WorkingCopy of(Project empty) {
        return new WorkingCopy(empty, History.none(), Assessment.of(empty), null, null, List.of());
    }

    /** What a checkpoint or a version holds. */
    static WorkingCopy of(Folded folded) {
        Project project = folded.project();
        return new WorkingCopy(project, folded.history(), Assessment.of(project), null, null, List.of());
    }

    /** This copy without the view that was made of it, which holds on to much more. */
    WorkingCopy withoutView() {
        return new WorkingCopy(project, history, assessment, null, null, List.of());
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

    /** What lists show and rights rest on; made when it is asked for first, from an older one where that is possible. */
    ProjectSummary summary() {
        ProjectSummary known = summary;
        if (known == null) {
            known = olderSummary == null
                    ? Summaries.of(project, assessment.status())
                    : olderSummary.at(project.revision(), project.updatedAt(), assessment.status());
            summary = known;
        }
        return known;
    }

    /** This copy with the next revision folded in. */
    WorkingCopy with(Revision revision) {
        return with(revision.applyTo(project), history.with(revision), revision.paths());
    }

    /** This copy with the next revisions folded in; what is derived from them is worked out once. */
    WorkingCopy with(List<Revision> revisions) {
        if (revisions.isEmpty()) {
            return this;
        }
        Project next = project;
        History longer = history;
        Set<CellPath> paths = new LinkedHashSet<>();
        for (Revision revision : revisions) {
            next = revision.applyTo(next);
            longer = longer.with(revision);
            paths.addAll(revision.paths());
        }
        return with(next, longer, List.copyOf(paths));
    }

    private WorkingCopy with(Project next, History longer, List<CellPath> paths) {
        Assessment assessed = assessment.after(next, paths);
        ProjectSummary summarized = Summaries.isTouchedBy(paths) ? null : summary;
        StateView known = view;
        if (known != null) {
            return new WorkingCopy(next, longer, assessed, summarized, known, paths);
        }
        if (older == null || changedSince.size() + paths.size() > MOST_BEHIND) {
            return new WorkingCopy(next, longer, assessed, summarized, null, List.of());
        }
        var changed = new ArrayList<>(changedSince);
        changed.addAll(paths);
        return new WorkingCopy(next, longer, assessed, summarized, older, changed);
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
