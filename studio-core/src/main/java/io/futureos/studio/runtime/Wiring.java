package io.futureos.studio.runtime;

import io.futureos.studio.Retention;
import io.futureos.studio.RetryPolicy;
import io.futureos.studio.VersionPolicy;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.live.Live;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Everything that a host wires into a Studio. */
public record Wiring(
        Storage storage,
        Engines engines,
        List<ReportExporter> exporters,
        ResourceResolver resources,
        Optional<ReportDelivery> delivery,
        AccessPolicy access,
        VersionPolicy versions,
        RetryPolicy retries,
        Retention retention,
        Live live,
        Clock clock,
        Supplier<UUID> ids,
        Executor executor,
        Executor events,
        WorkflowGraph workflow,
        Limits limits) {

    public Wiring {
        exporters = List.copyOf(exporters);
    }
}
