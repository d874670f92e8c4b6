package io.futureos.studio.storage.memory;

import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.JobStatuses;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was heard of jobs, in a map. */
final class InMemoryJobStatuses implements JobStatuses {

    private final Map<JobId, Heard> all = new ConcurrentHashMap<>();

    private record Heard(ProjectId project, JobStatus status, Instant at) {}

    @Override
    public void put(ProjectId project, JobStatus status, Instant at) {
        all.merge(
                status.id(),
                new Heard(project, status, at),
                (known, next) -> known.status().state().isEnd() ? known : next);
    }

    @Override
    public Optional<JobStatus> find(ProjectId project, JobId job) {
        return Optional.ofNullable(all.get(job))
                .filter(heard -> heard.project().equals(project))
                .map(Heard::status);
    }

    void forget(ProjectId project) {
        all.values().removeIf(heard -> heard.project().equals(project));
    }

    @Override
    public void forgetBefore(Instant instant) {
        all.values().removeIf(heard -> heard.at().isBefore(instant));
    }
}
