package io.futureos.studio.examples.quickstart;

import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.StudioEvent.JobProgressed;
import io.futureos.studio.model.JobStatus;
import io.futureos.studio.model.Lane;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Adds up how far some jobs of one kind are. */
final class JobMeter implements Consumer<StudioEvent> {

    private final Lane.Kind kind;
    private final int jobs;
    private final Progress progress;
    private final Map<Lane, Double> fractions = new HashMap<>();

    JobMeter(Lane.Kind kind, int jobs, Progress progress) {
        this.kind = kind;
        this.jobs = jobs;
        this.progress = progress;
    }

    @Override
    public void accept(StudioEvent event) {
        if (event instanceof JobProgressed progressed && progressed.job().lane().kind() == kind) {
            show(progressed.job());
        }
    }

    private synchronized void show(JobStatus job) {
        fractions.merge(job.lane(), job.fraction(), Math::max);
        double done =
                fractions.values().stream().mapToDouble(Double::doubleValue).sum();
        progress.at(lowerCased(job.phase()), Math.min(1, done / jobs));
    }

    private static String lowerCased(String phase) {
        return phase.isEmpty() ? phase : phase.substring(0, 1).toLowerCase(Locale.ROOT) + phase.substring(1);
    }
}
