package io.futureos.studio.runtime;

import io.futureos.studio.change.Revision;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.JobId;
import io.futureos.studio.model.JobRef;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.LiveRun;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ScenarioId;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one project is worked on in this node: its writers queue here, and its working copy lies here. Safe for use by
 * several threads.
 */
final class Desk {

    /** A turn takes some microseconds, and waking a thread takes more: whoever waits tries that long before it sleeps. */
    private static final int TRIES = 2_000;

    /** Who waited for the storage longer than this in vain spares those who waited behind it the same. */
    private static final long LONG_NANOS = 1_000_000_000;

    private final ProjectId id;
    private final Journal journal;
    private final Saving checkpoints;
    private final ReentrantLock queue = new ReentrantLock();
    private final Map<ScenarioId, LiveRun> liveRuns = new ConcurrentHashMap<>();
    private final RecentCopies recent = new RecentCopies();
    private volatile @Nullable WorkingCopy copy;

    /** The last time that somebody waited in vain. Only for whose turn it is. */
    private @Nullable InVain inVain;

    private record InVain(StorageException failure, long endedAt) {}

    Desk(ProjectId id, Journal journal, Saving checkpoints) {
        this.id = id;
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** Does something while no other writer of this node does. */
    <T> T inTurn(Supplier<T> work) {
        long arrived = System.nanoTime();
        awaitTurn();
        long begun = System.nanoTime();
        try {
            requireHope(arrived);
            return work.get();
        } catch (StorageException e) {
            if (e.problem().passes() && System.nanoTime() - begun > LONG_NANOS) {
                inVain = new InVain(e, System.nanoTime());
            }
            throw e;
        } finally {
            queue.unlock();
        }
    }

    /** Else ten writers would wait for an absent storage one after the other, and the last of them ten times as long. */
    private void requireHope(long arrived) {
        InVain last = inVain;
        if (last != null && last.endedAt() - arrived > 0) {
            StorageException failure = last.failure();
            throw new StorageException(
                    failure.problem(),
                    true,
                    "Nothing was changed: while this waited for its turn at project " + id
                            + ", the storage kept another one waiting in vain. " + failure.getMessage(),
                    failure);
        }
    }

    private void awaitTurn() {
        for (int i = 0; i < TRIES; i++) {
            if (queue.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        queue.lock();
    }

    /** Whether a copy lies here. */
    boolean isKnown() {
        return copy != null;
    }

    /** The copy that lies here, however old; empty if the project does not exist. */
    Optional<WorkingCopy> known() {
        WorkingCopy known = copy;
        return known == null ? fresh() : Optional.of(known);
    }

    /** The copy as of the journal's head; empty if the project does not exist. */
    Optional<WorkingCopy> fresh() {
        WorkingCopy known = copy;
        if (known != null && journal.head(id) == known.revision()) {
            return Optional.of(known);
        }
        return inTurn(this::caughtUp);
    }

    /**
     * The copy as of the journal's head; empty if the project does not exist, or does not exist any more. Only for the writer
     * whose turn it is.
     */
    Optional<WorkingCopy> caughtUp() {
        WorkingCopy known = copy;
        Optional<WorkingCopy> next = withTail();
        if (known != null && next.orElse(null) == known && journal.head(id) == 0) {
            copy = null;
            return Optional.empty();
        }
        return next;
    }

    /** Folds in what others appended. */
    private Optional<WorkingCopy> withTail() {
        WorkingCopy known = copy == null ? checkpoints.newest(id).orElse(null) : copy;
        List<Revision> tail = journal.after(id, known == null ? 0 : known.revision());
        if (known == null && tail.isEmpty()) {
            return Optional.empty();
        }
        WorkingCopy next = folded(known, tail);
        if (next != copy) {
            put(next);
        }
        return Optional.of(next);
    }

    /** The project as the revision left it, which must be one of the journal's; folded anew if that was long ago. */
    WorkingCopy at(long revision) {
        WorkingCopy before = recent.upTo(revision)
                .or(() -> checkpoints.newestUpTo(id, revision))
                .orElse(null);
        if (before != null && before.revision() == revision) {
            return before;
        }
        List<Revision> between = journal.after(id, before == null ? 0 : before.revision()).stream()
                .takeWhile(next -> next.number() <= revision)
                .toList();
        return folded(before, between);
    }

    /** @param known null for the project before its first revision; the tail is not empty then */
    private WorkingCopy folded(@Nullable WorkingCopy known, List<Revision> tail) {
        WorkingCopy start =
                known == null ? WorkingCopy.of(Project.empty(id, tail.get(0).at())) : known;
        return start.with(tail);
    }

    /** Puts down what this node just appended, or found in the journal. Only for the writer whose turn it is. */
    void put(WorkingCopy next) {
        copy = next;
        recent.add(next);
    }

    /** How far the scenario's run in this node is, if there is one. */
    Optional<LiveRun> live(ScenarioId scenario) {
        return Optional.ofNullable(liveRuns.get(scenario));
    }

    /**
     * Announces that a run goes on to its tick. Whoever decides after this knows that the tick is taken; what was decided
     * before is in the returned copy.
     *
     * @throws CancelledException if the scenario's lane does not belong to the run's job any more
     */
    WorkingCopy announce(ScenarioId scenario, JobRef job, LiveRun run) {
        return inTurn(() -> {
            WorkingCopy now = withTail().orElseThrow(CancelledException::new);
            boolean owned = now.project()
                    .get(Cells.job(Lane.scenario(scenario)))
                    .filter(job::equals)
                    .isPresent();
            if (!owned) {
                throw new CancelledException();
            }
            liveRuns.put(scenario, run);
            return now;
        });
    }

    /** Forgets the run of this job; another job's run goes on. */
    void runEnded(ScenarioId scenario, JobId job) {
        liveRuns.computeIfPresent(scenario, (id, run) -> run.job().equals(job) ? null : run);
    }
}
