package io.futureos.studio.change;

import io.futureos.studio.model.PersistentMap;
import io.futureos.studio.model.ProjectState.ModificationEntry;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/** The headers of the last 1,000 revisions, oldest first. Immutable; a longer one shares what it has in common. */
public final class ModificationLog extends AbstractList<ModificationEntry> {

    /** How many revisions a project's view shows; older ones are in the journal. */
    public static final int LENGTH = 1_000;

    private final PersistentMap<Long, ModificationEntry> entries;
    private final long last;

    private ModificationLog(PersistentMap<Long, ModificationEntry> entries, long last) {
        this.entries = entries;
        this.last = last;
    }

    static ModificationLog empty() {
        return new ModificationLog(PersistentMap.empty(), 0);
    }

    /** The log as it was when {@code last} was the number of the last revision. */
    static ModificationLog of(List<ModificationEntry> entries, long last) {
        PersistentMap<Long, ModificationEntry> numbered = PersistentMap.empty();
        for (int i = 0; i < entries.size(); i++) {
            numbered = numbered.with(last - entries.size() + 1 + i, entries.get(i));
        }
        return new ModificationLog(numbered, last);
    }

    ModificationLog with(Revision revision) {
        var entry = new ModificationEntry(
                revision.at(),
                revision.actor(),
                revision.workbench(),
                revision.action(),
                revision.summary(),
                revision.reversible());
        return new ModificationLog(
                entries.with(revision.number(), entry).without(revision.number() - LENGTH), revision.number());
    }

    @Override
    public ModificationEntry get(int index) {
        Objects.checkIndex(index, size());
        return Objects.requireNonNull(entries.get(last - size() + 1 + index));
    }

    @Override
    public int size() {
        return entries.size();
    }
}
