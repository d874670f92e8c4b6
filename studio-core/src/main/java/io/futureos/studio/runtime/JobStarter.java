package io.futureos.studio.runtime;

import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;

/** Is told what becomes of the lanes' jobs. */
interface JobStarter {

    /** A revision gave the lane to this job. */
    void start(ProjectId project, Lane lane, JobRef job);

    /** Somebody took the lane away from the job. */
    void lostItsLane(ProjectId project, Lane lane, JobRef job);
}
