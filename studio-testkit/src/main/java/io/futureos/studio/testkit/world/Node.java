package io.futureos.studio.testkit.world;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.StudioOrchestrator;
import io.futureos.studio.live.Live;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.storage.Storage;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyLive;
import io.futureos.studio.testkit.fault.FaultyStorage;
import io.futureos.studio.testkit.fault.LiveFault;
import io.futureos.studio.testkit.fault.StorageFault;
import io.futureos.studio.testkit.fixture.ToyEngines;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One Studio of the world. Its threads are queues of work that the world does piece by piece. */
final class Node {

    /** What all nodes share, and what happens to them. */
    record Surroundings(
            Storage storage,
            Live live,
            FaultPlan<StorageFault> storagePlan,
            FaultPlan<LiveFault> livePlan,
            Supplier<UUID> ids,
            ReportDelivery delivery) {}

    /** What others do while a node waits. */
    interface Meanwhile {

        /** Its storage takes long to answer; somebody of this node may hold a project's turn. */
        void waitingForStorage(Node node);

        /** Its simulation is between two ticks. */
        void betweenTicks(Node node);
    }

    private final String name;
    private final Surroundings world;
    private final Meanwhile meanwhile;
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final NodeClock clock;
    private @Nullable FaultyStorage storage;
    private @Nullable FaultyLive live;
    private @Nullable StudioOrchestrator studio;

    Node(String name, Clock right, Surroundings world, Meanwhile meanwhile) {
        this.name = name;
        this.clock = new NodeClock(right);
        this.world = world;
        this.meanwhile = meanwhile;
    }

    /** Starts with nothing in memory. */
    void start() {
        var engines = new ToyEngines();
        engines.beforeTick(tick -> meanwhile.betweenTicks(this));
        storage = new FaultyStorage(world.storage(), world.storagePlan(), () -> meanwhile.waitingForStorage(this));
        live = new FaultyLive(world.live(), world.livePlan());
        studio = StudioOrchestrator.builder()
                .storage(storage)
                .live(live)
                .engines(engines)
                .exporters(List.of(new ToyExporter()))
                .delivery(world.delivery())
                .clock(clock)
                .ids(world.ids())
                .retention(World.RETENTION)
                .executor(jobs::add)
                .eventExecutor(events::add)
                .sweepsItself(false)
                .build();
    }

    /** Dies without a word: what is in memory is lost, and nothing that it has begun reaches the storage any more. */
    void die() {
        requireNonNull(storage).kill();
        requireNonNull(live).kill();
        jobs.clear();
        events.clear();
        studio = null;
    }

    boolean isAlive() {
        return studio != null;
    }

    StudioOrchestrator studio() {
        return requireNonNull(studio, "the node is alive");
    }

    /** What it shares with the others of what goes on. */
    Live live() {
        return world.live();
    }

    NodeClock clock() {
        return clock;
    }

    /** Does one piece of its jobs' work, if there is one. */
    boolean work() {
        return doNext(jobs);
    }

    /** Tells one watcher something, if there is something to tell. */
    boolean tell() {
        return doNext(events);
    }

    private static boolean doNext(Deque<Runnable> work) {
        Runnable next = work.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** What was late on the way to the live store arrives. */
    void catchUp() {
        requireNonNull(live).catchUp();
    }

    @Override
    public String toString() {
        return name;
    }
}
