package io.futureos.studio.testkit.fault;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Projection;
import java.util.Optional;

/** Checkpoints at the other end of a line. */
record FaultyCheckpoints(Checkpoints real, Line line) implements Checkpoints {

    @Override
    public void put(ProjectId project, Checkpoint checkpoint, Projection projection) {
        line.run("checkpoints.put", () -> real.put(project, checkpoint, projection));
    }

    @Override
    public Optional<Checkpoint> newest(ProjectId project) {
        return line.call("checkpoints.newest", () -> real.newest(project));
    }

    @Override
    public long newestRevision(ProjectId project) {
        return line.call("checkpoints.newestRevision", () -> real.newestRevision(project));
    }
}
