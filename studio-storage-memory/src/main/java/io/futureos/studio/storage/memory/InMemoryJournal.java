package io.futureos.studio.storage.memory;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.RevisionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The revisions of every project, in lists. */
final class InMemoryJournal implements Journal {

    private final Map<ProjectId, Revisions> projects = new ConcurrentHashMap<>();

    @Override
    public void append(ProjectId project, Revision revision) {
        projects.computeIfAbsent(project, id -> new Revisions()).append(project, revision);
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
        return revisions == null ? 0 : revisions.head;
    }

    /** The revisions of one project; number n lies at index n - 1. */
    private static final class Revisions {
        private final List<Revision> list = new ArrayList<>();
        private volatile long head;

        synchronized void append(ProjectId project, Revision revision) {
            if (revision.number() != head + 1) {
                throw new RevisionConflictException(project, head, revision.number());
            }
            list.add(revision);
            head = revision.number();
        }

        synchronized List<Revision> after(long after) {
            return after >= list.size() ? List.of() : List.copyOf(list.subList((int) after, list.size()));
        }

        synchronized Optional<Revision> find(long number) {
            return number < 1 || number > list.size() ? Optional.empty() : Optional.of(list.get((int) number - 1));
        }
    }
}
