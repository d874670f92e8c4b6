package io.futureos.studio.runtime;

import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.ProjectId;

/** Is told what becomes of the lanes' jobs. */
interface JobStarter {

    /** A revision gave the lane to this job; nobody has heard of it yet. */
    void announce(ProjectId project, Lane lane, JobRef job);

    /** The job is to run now, on the project as {@code copy} has it. */
    void start(ProjectId project, Lane lane, JobRef job, WorkingCopy copy);

    /** Somebody took the lane away from the job. */
    void lostItsLane(JobRef job);
}
