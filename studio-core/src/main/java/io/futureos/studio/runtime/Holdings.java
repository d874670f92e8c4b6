package io.futureos.studio.runtime;

import io.futureos.studio.change.Change;
import io.futureos.studio.change.Revision;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The blobs that a project needs, worked out from its journal. It needs what its cells name, and of what they named before:
 *
 * <ul>
 *   <li>what was dropped since a given time, so that a copy, or a reader, of the project as it was then finds everything;
 *   <li>what was there when a version was cut, for versions are for good. Exported files are not: they are kept for a time
 *       only, and restoring a version leaves them alone;
 *   <li>what an undo or a redo may bring back, whenever that will be.
 * </ul>
 *
 * <p>For use by one thread.
 */
final class Holdings {

    private static final CellPath EXPORTS = CellPath.of("made", "export");
    private static final CellPath VERSION = Cells.version().path();

    private final Instant droppedSince;
    private final Map<CellPath, Held> held = new HashMap<>();
    private final Set<BlobKey> kept = new HashSet<>();
    private long lastVersion;

    /** @param droppedSince what was dropped then or later is needed still */
    Holdings(Instant droppedSince) {
        this.droppedSince = droppedSince;
    }

    /** What a cell names, and since when. */
    private record Held(Set<BlobKey> blobs, long revision, Instant since) {}

    /** Takes in the next revision; they come in order, from the first. */
    void add(Revision revision) {
        for (Change<?> change : revision.changes()) {
            drop(change.path(), revision);
            change.after().ifPresent(value -> hold(change.path(), value, revision));
            if (change.path().equals(VERSION)) {
                lastVersion = revision.number();
            }
        }
    }

    private void hold(CellPath path, Object value, Revision by) {
        Set<BlobKey> blobs = NamedBlobs.in(value);
        if (!blobs.isEmpty()) {
            held.put(path, new Held(blobs, by.number(), by.at()));
        }
    }

    private void drop(CellPath path, Revision by) {
        Held old = held.remove(path);
        if (old != null && isKept(path, old, by)) {
            kept.addAll(old.blobs());
        }
    }

    private boolean isKept(CellPath path, Held old, Revision droppedBy) {
        boolean isInVersion = old.revision() <= lastVersion && !path.isUnder(EXPORTS);
        boolean canComeBack = droppedBy.reversible() || droppedBy.restores();
        return isInVersion || canComeBack || !droppedBy.at().isBefore(droppedSince);
    }

    /** The blobs that the project needs after the revisions so far, without those that these name in turn. */
    Set<BlobKey> blobs() {
        var all = new HashSet<>(kept);
        held.values().forEach(value -> all.addAll(value.blobs()));
        return all;
    }

    /** Whether the project has an exported file from before {@code instant}. */
    boolean hasExportFromBefore(Instant instant) {
        return held.entrySet().stream()
                .anyMatch(entry -> entry.getKey().isUnder(EXPORTS)
                        && entry.getValue().since().isBefore(instant));
    }
}
