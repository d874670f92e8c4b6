package io.futureos.studio;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.decide.Limits;
import io.futureos.studio.engine.Engines;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ResourceResolver;
import io.futureos.studio.runtime.StudioRuntime;
import io.futureos.studio.runtime.Wiring;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.workflow.WorkflowGraph;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Studio: projects, five workbenches, invalidation, undo, jobs and reports over the storage and the engines that the
 * host wires. Safe for use by several threads; one instance serves all projects of a process.
 */
public final class StudioOrchestrator implements AutoCloseable {

    private final StudioRuntime runtime;
    private final List<ExecutorService> own;

    private StudioOrchestrator(StudioRuntime runtime, List<ExecutorService> own) {
        this.runtime = runtime;
        this.own = own;
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

    /**
     * Does what is due by the clock now: jobs that wait or that a dead node left behind, deliveries, checkpoints, versions,
     * forgetting what is old (once a day, and a little at each sweep, what {@link Builder#retention} says), and telling watchers what no channel brought. A Studio does it by itself once a second, unless
     * the host said {@link Builder#sweepsItself sweepsItself(false)}. Throws nothing: what fails is logged, and tried again by
     * the next sweep.
     */
    public void sweep() {
        runtime.poll();
        runtime.sweep();
        runtime.goRound();
    }

    /**
     * Takes no more jobs, interrupts those that run, which other nodes on the same storage take over, and tells watchers
     * nothing more. An executor that the host gave is the host's to close. Closing twice does no harm.
     */
    @Override
    public void close() {
        runtime.close();
        own.forEach(ExecutorService::shutdownNow);
    }

    /**
     * Wires a Studio. Storage and engines must be given; everything else has a default. Not for use by several threads. What
     * is given must not be null.
     */
    public static final class Builder {

        /** How many jobs run side by side unless the host gives an executor. */
        public static final int DEFAULT_JOB_THREADS =
                Math.max(1, Runtime.getRuntime().availableProcessors());

        private @Nullable Storage storage;
        private @Nullable Engines engines;
        private List<ReportExporter> exporters = List.of();
        private ResourceResolver resources = ResourceResolver.none();
        private @Nullable ReportDelivery delivery;
        private AccessPolicy access = AccessPolicy.byCollaborators((user, team) -> false);
        private VersionPolicy versions = VersionPolicy.standard();
        private RetryPolicy retries = RetryPolicy.standard();
        private Retention retention = Retention.standard();
        private boolean sweepsItself = true;
        private Live live = InProcessLive.create();
        private Clock clock = Clock.systemUTC();
        private Supplier<UUID> ids = UUID::randomUUID;
        private WorkflowGraph graph = WorkflowGraph.standard();
        private Limits limits = Limits.STANDARD;
        private @Nullable Executor executor;
        private @Nullable Executor eventExecutor;

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

        /** Write reports as files, one for each format; none by default. */
        public Builder exporters(List<ReportExporter> value) {
            exporters = List.copyOf(value);
            return this;
        }

        /** By which reports get at a logo, for example; nothing but {@code data:} URLs by default. */
        public Builder resources(ResourceResolver value) {
            resources = requireNonNull(value, "resources");
            return this;
        }

        /** By which scheduled reports get to their recipients; nobody gets any by default. */
        public Builder delivery(ReportDelivery value) {
            delivery = requireNonNull(value, "delivery");
            return this;
        }

        /** Says what a user is in a project; by default what the project itself says, and nobody belongs to a team. */
        public Builder access(AccessPolicy value) {
            access = requireNonNull(value, "access");
            return this;
        }

        /** Says when a version is cut that nobody asked for; {@link VersionPolicy#standard} by default. */
        public Builder versions(VersionPolicy value) {
            versions = requireNonNull(value, "versions");
            return this;
        }

        /** Says whether a job is tried again whose engine was not available; {@link RetryPolicy#standard} by default. */
        public Builder retries(RetryPolicy value) {
            retries = requireNonNull(value, "retries");
            return this;
        }

        /** Says how long is kept what is not needed any more; {@link Retention#standard} by default. */
        public Builder retention(Retention value) {
            retention = requireNonNull(value, "retention");
            return this;
        }

        /** Whether the Studio does once a second what is due by the clock; else the host calls {@link StudioOrchestrator#sweep}. */
        public Builder sweepsItself(boolean value) {
            sweepsItself = value;
            return this;
        }

        /** What is going on between nodes: events, presence, drafts. Within this Studio alone by default. */
        public Builder live(Live value) {
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

        /**
         * Tells those who watch what happens; see {@link ProjectOperations#watch}. By default as many threads of the Studio's
         * own as have something to tell, so that a listener that blocks keeps nobody else waiting. An executor that does the
         * work within the call calls listeners on the threads of those who change the project: good for tests only.
         */
        public Builder eventExecutor(Executor value) {
            eventExecutor = requireNonNull(value, "eventExecutor");
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
            var own = new ArrayList<ExecutorService>();
            var wiring = new Wiring(
                    requireNonNull(storage, "Give the Studio a storage: builder().storage(...)"),
                    requireNonNull(engines, "Give the Studio engines: builder().engines(...)"),
                    exporters,
                    resources,
                    Optional.ofNullable(delivery),
                    access,
                    versions,
                    retries,
                    retention,
                    live,
                    clock,
                    ids,
                    executor == null ? owned(jobThreads(), own) : executor,
                    eventExecutor == null ? owned(eventThreads(), own) : eventExecutor,
                    graph,
                    limits);
            var runtime = new StudioRuntime(wiring);
            if (sweepsItself) {
                owned(sweeping(runtime), own);
            }
            return new StudioOrchestrator(runtime, List.copyOf(own));
        }

        private static ExecutorService owned(ExecutorService executor, List<ExecutorService> own) {
            own.add(executor);
            return executor;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what fails is logged
        private static ScheduledExecutorService sweeping(StudioRuntime runtime) {
            ScheduledExecutorService sweeper =
                    Executors.newScheduledThreadPool(3, work -> daemon(work, "studio-sweeper"));
            // apart, because a node whose sweep takes long is not dead, and nobody waits for a round
            sweeper.scheduleWithFixedDelay(runtime::poll, 1, 1, TimeUnit.SECONDS);
            sweeper.scheduleWithFixedDelay(runtime::sweep, 1, 1, TimeUnit.SECONDS);
            sweeper.scheduleWithFixedDelay(runtime::goRound, 1, 1, TimeUnit.SECONDS);
            return sweeper;
        }

        private static ExecutorService jobThreads() {
            return Executors.newFixedThreadPool(DEFAULT_JOB_THREADS, work -> daemon(work, "studio-job"));
        }

        private static ExecutorService eventThreads() {
            return Executors.newCachedThreadPool(work -> daemon(work, "studio-events"));
        }

        private static Thread daemon(Runnable work, String name) {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }
    }
}
