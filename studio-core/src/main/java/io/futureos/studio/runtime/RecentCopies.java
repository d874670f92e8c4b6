package io.futureos.studio.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The working copies that a desk had lately: the newest ones all, and of older ones one in {@value #STRIDE}, from which those
 * in between are soon folded. They share most of what they hold. Safe for use by several threads.
 */
final class RecentCopies {

    static final int NEWEST = 32;
    static final int STRIDE = 256;
    static final int OLDER = 32;

    private final Deque<WorkingCopy> newest = new ArrayDeque<>();
    private final TreeMap<Long, WorkingCopy> older = new TreeMap<>();

    /** Adds a copy that is newer than all others. */
    synchronized void add(WorkingCopy copy) {
        newest.addFirst(copy.withoutView());
        if (newest.size() > NEWEST) {
            keepIfFirstOfItsStride(newest.removeLast());
        }
    }

    private void keepIfFirstOfItsStride(WorkingCopy copy) {
        Map.Entry<Long, WorkingCopy> last = older.lastEntry();
        if (last != null && last.getKey() / STRIDE == copy.revision() / STRIDE) {
            return;
        }
        older.put(copy.revision(), copy);
        if (older.size() > OLDER) {
            older.pollFirstEntry();
        }
    }

    /** The newest copy of this revision or an earlier one. */
    synchronized Optional<WorkingCopy> upTo(long revision) {
        for (WorkingCopy copy : newest) {
            if (copy.revision() <= revision) {
                return Optional.of(copy);
            }
        }
        return Optional.ofNullable(older.floorEntry(revision)).map(Map.Entry::getValue);
    }
}
