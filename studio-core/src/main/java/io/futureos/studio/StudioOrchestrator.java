package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.runtime.InProcessChannel;
import io.futureos.studio.runtime.StudioRuntime;
import io.futureos.studio.runtime.Wiring;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Studio: projects, five workbenches, invalidation, undo, jobs and reports over the storage and the engines that the
 * host wires. Safe for use by several threads; one instance serves all projects of a process.
 */
public final class StudioOrchestrator implements AutoCloseable {

    private final StudioRuntime runtime;
    private final @Nullable ExecutorService ownExecutor;

    private StudioOrchestrator(StudioRuntime runtime, @Nullable ExecutorService ownExecutor) {
        this.runtime = runtime;
        this.ownExecutor = ownExecutor;
    }

    /** Starts to wire a Studio. */
    public static Builder builder() {
        return new Builder();
    }

    /** Projects from their creation on. */
    public ProjectOperations projects() {
        return runtime.projects();
    }

    /** What people do in the five workbenches. */
    public WorkbenchOperations workbench() {
        return runtime.workbench();
    }

    /** Reports and their files. */
    public ReportOperations reports() {
        return runtime.reports();
    }

    /** Who works on a project. */
    public CollaborationOperations collaboration() {
        return runtime.collaboration();
    }

    /** What projects start from. */
    public TemplateOperations templates() {
        return runtime.templates();
    }

    /** The long work. */
    public JobOperations jobs() {
        return runtime.jobs();
    }

    /** Takes no more jobs, and interrupts those that run. An executor that the host gave is the host's to close. */
    @Override
    public void close() {
        if (ownExecutor != null) {
            ownExecutor.shutdownNow();
        }
    }

    /** Wires a Studio. Storage and engines must be given; everything else has a default. */
    public static final class Builder {

        /** How many jobs run side by side unless the host gives an executor. */
        public static final int DEFAULT_JOB_THREADS =
                Math.max(1, Runtime.getRuntime().availableProcessors());

        private @Nullable Storage storage;
        private @Nullable Engines engines;
        private List<ReportExporter> exporters = List.of();
        private ResourceResolver resources = ResourceResolver.none();
        private AccessPolicy access = AccessPolicy.byCollaborators((user, team) -> false);
        private LiveChannel live = new InProcessChannel();
        private Clock clock = Clock.systemUTC();
        private Supplier<UUID> ids = UUID::randomUUID;
        private WorkflowGraph graph = WorkflowGraph.standard();
        private Limits limits = Limits.STANDARD;
        private @Nullable Executor executor;

        private Builder() {}

        /** Where everything is kept that must not be lost. */
        public Builder storage(Storage value) {
            storage = requireNonNull(value, "storage");
            return this;
        }

        /** What does the forecasting. */
        public Builder engines(Engines value) {
            engines = requireNonNull(value, "engines");
            return this;
        }

        /** The file formats of reports; none by default. */
        public Builder exporters(List<ReportExporter> value) {
            exporters = List.copyOf(value);
            return this;
        }

        /** By which reports get at a logo, for example; nothing but {@code data:} URLs by default. */
        public Builder resources(ResourceResolver value) {
            resources = requireNonNull(value, "resources");
            return this;
        }

        /** Says what a user is in a project; by default what the project itself says, and nobody belongs to a team. */
        public Builder access(AccessPolicy value) {
            access = requireNonNull(value, "access");
            return this;
        }

        /** Carries events between nodes; within this process by default. */
        public Builder live(LiveChannel value) {
            live = requireNonNull(value, "live");
            return this;
        }

        /** The only source of time; the system's by default. */
        public Builder clock(Clock value) {
            clock = requireNonNull(value, "clock");
            return this;
        }

        /** Gives a new id each time; random ones by default. */
        public Builder ids(Supplier<UUID> value) {
            ids = requireNonNull(value, "ids");
            return this;
        }

        /** Runs the jobs. {@code Runnable::run} does each within the call that asks for it, for tests on one thread. */
        public Builder executor(Executor value) {
            executor = requireNonNull(value, "executor");
            return this;
        }

        /** How large things may get; the contract's limits by default. */
        public Builder limits(Limits value) {
            limits = requireNonNull(value, "limits");
            return this;
        }

        /** The dependencies of the stages; the contract's by default. */
        public Builder workflow(WorkflowGraph value) {
            graph = requireNonNull(value, "workflow");
            return this;
        }

        /**
         * The Studio.
         *
         * @throws NullPointerException if storage or engines were not given
         */
        public StudioOrchestrator build() {
            ExecutorService own = executor == null ? jobThreads() : null;
            Executor jobs = executor == null ? requireNonNull(own) : executor;
            var wiring = new Wiring(
                    requireNonNull(storage, "Give the Studio a storage: builder().storage(...)"),
                    requireNonNull(engines, "Give the Studio engines: builder().engines(...)"),
                    exporters,
                    resources,
                    access,
                    live,
                    clock,
                    ids,
                    jobs,
                    graph,
                    limits);
            return new StudioOrchestrator(new StudioRuntime(wiring), own);
        }

        private static ExecutorService jobThreads() {
            return Executors.newFixedThreadPool(DEFAULT_JOB_THREADS, work -> {
                var thread = new Thread(work, "studio-job");
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
