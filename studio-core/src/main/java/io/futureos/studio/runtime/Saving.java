package io.futureos.studio.runtime;

import io.futureos.studio.change.FoldedForm;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectState;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Checkpoints.Checkpoint;
import io.futureos.studio.storage.Checkpoints.View;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads checkpoints. A checkpoint that can't be read is as good as none: the journal has everything. */
final class Saving {

    private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

    /** To be raised whenever views show something else of the same project, so that nobody is shown those of before. */
    private static final long FORM = 2;

    private final Checkpoints checkpoints;

    Saving(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    void save(WorkingCopy copy) {
        checkpoints.put(
                copy.project().id(),
                new Checkpoint(copy.revision(), StudioJson.write(FoldedForm.write(copy.folded()))),
                StudioJson.write(new StoredView(FORM, copy.state())),
                Projections.of(copy));
    }

    private record StoredView(long form, ProjectState state) {}

    /** The view of the project as of this revision, if that is what the newest checkpoint is of. */
    Optional<ProjectState> view(ProjectId project, long revision) {
        return checkpoints
                .newestView(project)
                .filter(view -> view.revision() == revision)
                .flatMap(view -> opened(project, view));
    }

    private static Optional<ProjectState> opened(ProjectId project, View view) {
        try {
            StoredView stored = StudioJson.readOwn(view.content(), StoredView.class);
            return stored.form() == FORM ? Optional.of(stored.state()) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("The view of project {} at revision {} can't be read; it is folded", project, view.revision(), e);
            return Optional.empty();
        }
    }

    Optional<WorkingCopy> newest(ProjectId project) {
        return checkpoints.newest(project).flatMap(checkpoint -> opened(project, checkpoint));
    }

    /** The newest one, unless it is of a later revision than this: then it is not even unpacked. */
    Optional<WorkingCopy> newestUpTo(ProjectId project, long revision) {
        return checkpoints
                .newest(project)
                .filter(checkpoint -> checkpoint.revision() <= revision)
                .flatMap(checkpoint -> opened(project, checkpoint));
    }

    private static Optional<WorkingCopy> opened(ProjectId project, Checkpoint checkpoint) {
        try {
            return Optional.of(WorkingCopy.of(FoldedForm.read(StudioJson.readOwn(checkpoint.folded()))));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The checkpoint of project {} at revision {} can't be read; the journal is folded from its beginning",
                    project,
                    checkpoint.revision(),
                    e);
            return Optional.empty();
        }
    }
}
