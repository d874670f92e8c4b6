package io.futureos.studio.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Everything the rules need to know about one project: the values of its {@link Cell cells} at one revision. Never
 * changes; {@link Cell#with} returns a new one that shares what stayed the same.
 *
 * @param revision the number of the last revision folded in; 0 before the first
 * @param cells the value of each cell that has one, in the Java form of its type
 * @param stamps for each cell that was ever set, the revision that did it last
 * @param size of all values as JSON, in bytes, about
 */
public record Project(
        ProjectId id,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        PersistentMap<CellPath, Object> cells,
        PersistentMap<CellPath, Stamp> stamps,
        long size) {

    public Project {
        requireNonNull(id, "id");
        if (revision < 0) {
            throw new IllegalArgumentException("revision must be 0 or more, was " + revision);
        }
    }

    /** A project before its first revision. */
    public static Project empty(ProjectId id, Instant createdAt) {
        return new Project(id, 0, createdAt, createdAt, PersistentMap.empty(), PersistentMap.empty(), 0);
    }

    /** What the cell holds. */
    public <T> Optional<T> get(Cell<T> cell) {
        return cell.get(this);
    }

    <T> Project with(Cell<T> cell, Optional<T> value) {
        long freed = cell.get(this).map(cell::sizeOf).orElse(0L);
        long taken = value.map(cell::sizeOf).orElse(0L);
        PersistentMap<CellPath, Object> next =
                value.isPresent() ? cells.with(cell.path(), value.get()) : cells.without(cell.path());
        return new Project(id, revision, createdAt, updatedAt, next, stamps, size - freed + taken);
    }

    /** This project as the given revision left it. */
    public Project at(long nextRevision, Instant at, PersistentMap<CellPath, Stamp> nextStamps) {
        Instant created = revision == 0 ? at : createdAt;
        return new Project(id, nextRevision, created, at, cells, nextStamps, size);
    }

    /** This project as a revision left it that is not folded in here. */
    public Project at(long itsRevision, Instant created, Instant updated, PersistentMap<CellPath, Stamp> itsStamps) {
        return new Project(id, itsRevision, created, updated, cells, itsStamps, size);
    }

    /** The cells below {@code room} that have a value, in the order of their paths. */
    public Iterable<Map.Entry<CellPath, Object>> under(CellPath room) {
        return () -> new Under<>(cells.from(new CellPath(room.text() + "/")).iterator(), room);
    }

    /** The stamps below {@code room}, in the order of their paths. */
    public Iterable<Map.Entry<CellPath, Stamp>> stampsUnder(CellPath room) {
        return () -> new Under<>(stamps.from(new CellPath(room.text() + "/")).iterator(), room);
    }

    /** Stops at the first entry that is not below the room. */
    private static final class Under<V> implements Iterator<Map.Entry<CellPath, V>> {
        private final Iterator<Map.Entry<CellPath, V>> entries;
        private final CellPath room;
        private Map.@org.jspecify.annotations.Nullable Entry<CellPath, V> next;

        Under(Iterator<Map.Entry<CellPath, V>> entries, CellPath room) {
            this.entries = entries;
            this.room = room;
            advance();
        }

        private void advance() {
            next = entries.hasNext() ? entries.next() : null;
            if (next != null && !next.getKey().isUnder(room)) {
                next = null;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<CellPath, V> next() {
            Map.Entry<CellPath, V> entry = next;
            if (entry == null) {
                throw new NoSuchElementException();
            }
            advance();
            return entry;
        }
    }
}
