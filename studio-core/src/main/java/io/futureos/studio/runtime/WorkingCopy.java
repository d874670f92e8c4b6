package io.futureos.studio.runtime;

import io.futureos.studio.change.History;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.Project;
import io.futureos.studio.workflow.Assessment;

/** A project as of its last known revision, with everything that is derived from it. Immutable. */
record WorkingCopy(Project project, History history, Assessment assessment) {

    static WorkingCopy of(Project empty) {
        return new WorkingCopy(empty, History.none(), Assessment.of(empty));
    }

    /** This copy with the next revision folded in. */
    WorkingCopy with(Revision revision) {
        Project next = revision.applyTo(project);
        return new WorkingCopy(next, history.with(revision), assessment.after(next, revision.paths()));
    }

    long revision() {
        return project.revision();
    }
}
