package io.futureos.studio.testkit.fault;

import io.futureos.studio.change.Revision;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Commit;
import io.futureos.studio.storage.Journal;
import java.util.List;
import java.util.Optional;

/** A journal at the other end of a line. */
record FaultyJournal(Journal real, Line line) implements Journal {

    @Override
    public void append(ProjectId project, Commit commit) {
        line.run("journal.append", () -> real.append(project, commit));
    }

    @Override
    public List<Revision> after(ProjectId project, long after) {
        return line.call("journal.after", () -> real.after(project, after));
    }

    @Override
    public List<Revision> after(ProjectId project, long after, int most) {
        return line.call("journal.after", () -> real.after(project, after, most));
    }

    @Override
    public Optional<Revision> find(ProjectId project, long number) {
        return line.call("journal.find", () -> real.find(project, number));
    }

    @Override
    public long head(ProjectId project) {
        return line.call("journal.head", () -> real.head(project));
    }
}
