package io.futureos.studio.storage.memory;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Checkpoints;
import io.futureos.studio.storage.Projection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The newest checkpoint of each project. There are no tables here that could show anything. */
final class InMemoryCheckpoints implements Checkpoints {

    private final Map<ProjectId, Viewed> newest = new ConcurrentHashMap<>();
    private final Predicate<ProjectId> exists;

    private record Viewed(Checkpoint checkpoint, String view) {
        long revision() {
            return checkpoint.revision();
        }
    }

    InMemoryCheckpoints(Predicate<ProjectId> exists) {
        this.exists = exists;
    }

    @Override
    public void put(ProjectId project, Checkpoint checkpoint, String view, Projection projection) {
        newest.merge(
                project, new Viewed(checkpoint, view), (old, next) -> next.revision() > old.revision() ? next : old);
        if (!exists.test(project)) { // asked last, so that one of two notices that it is forgotten meanwhile
            forget(project);
        }
    }

    void forget(ProjectId project) {
        newest.remove(project);
    }

    @Override
    public Optional<Checkpoint> newest(ProjectId project) {
        return Optional.ofNullable(newest.get(project)).map(Viewed::checkpoint);
    }

    @Override
    public Optional<View> newestView(ProjectId project) {
        return Optional.ofNullable(newest.get(project)).map(viewed -> new View(viewed.revision(), viewed.view()));
    }

    @Override
    public long newestRevision(ProjectId project) {
        return newest(project).map(Checkpoint::revision).orElse(0L);
    }
}
