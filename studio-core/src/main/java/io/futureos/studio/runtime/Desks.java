package io.futureos.studio.runtime;

import io.futureos.studio.model.ProjectId;
import io.futureos.studio.storage.Journal;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The desks of the projects that this node works on. The most recently used ones are kept; any other may be folded from the
 * journal again, but never two at a time for one project.
 */
final class Desks {

    private static final int KEPT = 256;

    private final Journal journal;
    private final Saving checkpoints;
    private final Map<ProjectId, WeakReference<Desk>> all = new ConcurrentHashMap<>();
    private final Map<ProjectId, Desk> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProjectId, Desk> eldest) {
            return size() > KEPT;
        }
    };

    Desks(Journal journal, Saving checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    /** The desks that are in use or were lately. */
    List<Desk> inUse() {
        var inUse = new ArrayList<Desk>();
        for (WeakReference<Desk> reference : all.values()) {
            Desk desk = reference.get();
            if (desk != null) {
                inUse.add(desk);
            }
        }
        return inUse;
    }

    Desk of(ProjectId id) {
        synchronized (recent) {
            Desk desk = recent.get(id);
            if (desk == null) {
                WeakReference<Desk> inUse = all.get(id);
                desk = inUse == null ? null : inUse.get();
            }
            if (desk == null) {
                desk = new Desk(id, journal, checkpoints);
                all.values().removeIf(reference -> reference.get() == null);
                all.put(id, new WeakReference<>(desk));
            }
            recent.put(id, desk);
            return desk;
        }
    }
}
