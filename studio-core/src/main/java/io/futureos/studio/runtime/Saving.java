package io.futureos.studio.runtime;

import io.futureos.studio.change.FoldedForm;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Checkpoints.Checkpoint;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes and reads checkpoints. A checkpoint that can't be read is as good as none: the journal has everything. */
final class Saving {

    private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

    private final Checkpoints checkpoints;

    Saving(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    void save(WorkingCopy copy) {
        checkpoints.put(
                copy.project().id(),
                new Checkpoint(copy.revision(), StudioJson.write(FoldedForm.write(copy.folded()))),
                Projections.of(copy));
    }

    Optional<WorkingCopy> newest(ProjectId project) {
        return checkpoints.newest(project).flatMap(checkpoint -> opened(project, checkpoint));
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
