package io.futureos.studio.examples.analysts;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.render.ReportExporters;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.storage.memory.InMemoryStorage;
import java.nio.file.Path;

/** Two Studios on one storage, as two servers would be, in a time that the story tells. */
final class Offices implements AutoCloseable {

    private final InMemoryStorage storage;
    private final InProcessLive live = InProcessLive.create();
    private final StoryClock clock;
    private final StudioOrchestrator oslo;
    private final StudioOrchestrator bergen;

    Offices(Path data, StoryClock clock, ReportDelivery delivery) {
        this.clock = clock;
        this.storage = InMemoryStorage.create(clock);
        this.oslo = studio(data, delivery);
        this.bergen = studio(data, delivery);
    }

    private StudioOrchestrator studio(Path data, ReportDelivery delivery) {
        return StudioOrchestrator.builder()
                .storage(storage)
                .live(live)
                .engines(LocalEngines.readingFrom(data))
                .exporters(ReportExporters.all())
                .delivery(delivery)
                .clock(clock)
                .sweepsItself(false) // time goes on when the story says so
                .eventExecutor(Runnable::run) // so that who watches is always equally quick
                .build();
    }

    StudioOrchestrator oslo() {
        return oslo;
    }

    StudioOrchestrator bergen() {
        return bergen;
    }

    /** Lets time go by. Each Studio does what has come due, as it would once a second by itself. */
    void goTo(int daysLater, int hour, int minute) {
        clock.goTo(daysLater, hour, minute);
        oslo.sweep();
        bergen.sweep();
    }

    @Override
    public void close() {
        oslo.close();
        bergen.close();
    }
}
