package io.futureos.studio.runtime;

import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.ProjectIndex.Position;
import io.futureos.studio.storage.ProjectIndex.Slice;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts jobs into the queue that a node asked for and died, or was cut off, before it could. */
final class JobRescue {

    private static final Logger LOG = LoggerFactory.getLogger(JobRescue.class);
    private static final int AT_ONCE = 100;

    private final ProjectIndex index;
    private final Desks desks;
    private final JobDispatch dispatch;

    JobRescue(ProjectIndex index, Desks desks, JobDispatch dispatch) {
        this.index = index;
        this.desks = desks;
        this.dispatch = dispatch;
    }

    /** Looks at all projects that have jobs. One that makes trouble does not keep the others waiting. */
    void sweep() {
        List<ProjectSummary> found;
        Position after = null;
        do {
            found = index.withJobs(new Slice(after, AT_ONCE));
            for (ProjectSummary summary : found) {
                rescue(summary);
                after = Position.of(summary);
            }
        } while (found.size() == AT_ONCE);
    }

    private void rescue(ProjectSummary summary) {
        try {
            desks.of(summary.id()).fresh().ifPresent(copy -> dispatch.rescue(copy.project()));
        } catch (RuntimeException e) {
            LOG.warn("The jobs of project {} could not be looked after; the next sweep tries again", summary.id(), e);
        }
    }
}
