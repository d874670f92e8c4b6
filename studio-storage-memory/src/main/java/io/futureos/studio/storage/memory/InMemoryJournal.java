package io.futureos.studio.storage.memory;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.TeamId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.DuplicateCommandException;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.Receipt;
import io.futureos.studio.storage.Receipts;
import io.futureos.studio.storage.RevisionConflictException;
import io.futureos.studio.storage.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The revisions of every project, in lists, with what is written together with them. */
final class InMemoryJournal implements Journal, ProjectIndex, Receipts {

    private static final Comparator<ProjectSummary> NEWEST_FIRST =
            Comparator.comparing(ProjectSummary::updatedAt).reversed().thenComparing(ProjectSummary::id);

    private final InMemoryCheckpoints checkpoints = new InMemoryCheckpoints(project -> head(project) > 0);
    private final InMemoryVersions versions = new InMemoryVersions(this::awaitAppend);
    private final Map<ProjectId, Revisions> projects = new ConcurrentHashMap<>();
    private final Map<Command, Receipt> receipts = new ConcurrentHashMap<>();

    InMemoryCheckpoints checkpoints() {
        return checkpoints;
    }

    private record Command(UserId user, UUID id) {}

    @Override
    public void append(ProjectId project, Commit commit) {
        projects.computeIfAbsent(project, id -> new Revisions()).append(project, commit, receipts, versions);
    }

    /** Forgets a project if its last revision is still {@code head}, or it has none. */
    void forget(ProjectId project, long head) {
        Revisions revisions = projects.get(project);
        if (revisions != null) {
            revisions.close(project, head);
            projects.remove(project, revisions);
        }
        receipts.values().removeIf(receipt -> receipt.project().equals(project));
        checkpoints.forget(project);
        versions.forget(project);
    }

    @Override
    public List<Revision> after(ProjectId project, long after) {
        Revisions revisions = projects.get(project);
        return revisions == null ? List.of() : revisions.after(after);
    }

    @Override
    public Optional<Revision> find(ProjectId project, long number) {
        Revisions revisions = projects.get(project);
        return revisions == null ? Optional.empty() : revisions.find(number);
    }

    @Override
    public long head(ProjectId project) {
        Revisions revisions = projects.get(project);
        return revisions == null ? 0 : revisions.head();
    }

    @Override
    public Optional<ProjectSummary> find(ProjectId project) {
        return Optional.ofNullable(projects.get(project)).map(Revisions::summary);
    }

    @Override
    public List<ProjectSummary> all(@Nullable ProjectId after, int size) {
        return projects.values().stream()
                .map(Revisions::summary)
                .filter(Objects::nonNull)
                .filter(summary -> after == null || summary.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(ProjectSummary::id))
                .limit(size)
                .toList();
    }

    @Override
    public List<ProjectSummary> ofUser(UserId user, Slice slice) {
        return list(
                slice,
                summary -> !summary.isDeleted() && summary.collaborators().containsKey(user));
    }

    @Override
    public List<ProjectSummary> ofTeam(TeamId team, Slice slice) {
        return list(slice, summary -> !summary.isDeleted() && team.equals(summary.team()));
    }

    @Override
    public List<ProjectSummary> unversioned(int most) {
        return oldest(most, summary -> !summary.isDeleted() && summary.isBeyondItsVersion());
    }

    @Override
    public List<ProjectSummary> unsaved(int most) {
        return oldest(
                most,
                summary -> checkpoints
                        .newest(summary.id())
                        .filter(checkpoint -> checkpoint.revision() >= summary.revision())
                        .isEmpty());
    }

    @Override
    public List<ProjectSummary> withDeliveryDue(Instant now, int most) {
        return projects.values().stream()
                .map(Revisions::summary)
                .filter(Objects::nonNull)
                .filter(summary ->
                        !summary.isDeleted() && isDue(summary.agenda().nextDelivery(), now))
                .sorted(Comparator.comparing(summary -> summary.agenda().nextDelivery()))
                .limit(most)
                .toList();
    }

    private static boolean isDue(@Nullable Instant at, Instant now) {
        return at != null && !at.isAfter(now);
    }

    @Override
    public List<ProjectSummary> withJobs(Slice slice) {
        return list(slice, summary -> summary.agenda().jobs());
    }

    private List<ProjectSummary> oldest(int most, Predicate<ProjectSummary> wanted) {
        return projects.values().stream()
                .map(Revisions::summary)
                .filter(Objects::nonNull)
                .filter(wanted)
                .sorted(NEWEST_FIRST.reversed())
                .limit(most)
                .toList();
    }

    private List<ProjectSummary> list(Slice slice, Predicate<ProjectSummary> wanted) {
        Position after = slice.after();
        var found = new ArrayList<ProjectSummary>();
        for (Revisions revisions : projects.values()) {
            ProjectSummary summary = revisions.summary();
            if (summary != null && wanted.test(summary) && (after == null || after.isBefore(summary))) {
                found.add(summary);
            }
        }
        found.sort(NEWEST_FIRST);
        return List.copyOf(found.subList(0, Math.min(slice.size(), found.size())));
    }

    @Override
    public Optional<Receipt> find(UserId user, UUID command) {
        Receipt receipt = receipts.get(new Command(user, command));
        if (receipt == null) {
            return Optional.empty();
        }
        // It is written first, to keep others out: whoever sees it waits until the rest of its commit can be seen too.
        awaitAppend(receipt.project());
        return Optional.of(receipt);
    }

    private void awaitAppend(ProjectId project) {
        Revisions revisions = projects.get(project);
        if (revisions != null) {
            revisions.awaitAppend();
        }
    }

    /** The versions that commits brought along. */
    Versions versions() {
        return versions;
    }

    @Override
    public void forgetBefore(Instant instant) {
        receipts.values().removeIf(receipt -> receipt.at().isBefore(instant));
    }

    /** The revisions of one project; number n lies at index n - 1. */
    private static final class Revisions {
        private final List<Revision> list = new ArrayList<>();
        private volatile @Nullable Tip tip;

        private record Tip(long head, ProjectSummary summary) {}

        long head() {
            Tip now = tip;
            return now == null ? 0 : now.head;
        }

        @Nullable
        ProjectSummary summary() {
            Tip now = tip;
            return now == null ? null : now.summary;
        }

        synchronized void awaitAppend() {
            // the lock is what is waited for
        }

        synchronized void append(
                ProjectId project, Commit commit, Map<Command, Receipt> receipts, InMemoryVersions versions) {
            Revision revision = commit.revision();
            if (revision.number() != list.size() + 1) {
                throw new RevisionConflictException(project, list.size(), revision.number());
            }
            Receipt receipt = commit.receipt();
            if (receipt != null
                    && receipts.putIfAbsent(new Command(receipt.user(), receipt.command()), receipt) != null) {
                throw new DuplicateCommandException(receipt);
            }
            if (commit.version() != null) {
                versions.put(project, commit.version());
            }
            list.add(revision);
            tip = new Tip(revision.number(), commit.summary());
        }

        /** From now on there is nothing here, and whoever comes too late to append finds that others were first. */
        synchronized void close(ProjectId project, long head) {
            if (!list.isEmpty() && list.size() != head) {
                throw new RevisionConflictException(project, list.size(), head + 1);
            }
            list.clear();
            tip = null;
        }

        synchronized List<Revision> after(long after) {
            return after >= list.size() ? List.of() : List.copyOf(list.subList((int) after, list.size()));
        }

        synchronized Optional<Revision> find(long number) {
            return number < 1 || number > list.size() ? Optional.empty() : Optional.of(list.get((int) number - 1));
        }
    }
}
