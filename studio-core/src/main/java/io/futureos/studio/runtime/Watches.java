package io.futureos.studio.runtime;

import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.StudioException;
import io.futureos.studio.access.Operation;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.UserId;
import io.futureos.studio.storage.Journal;
import io.futureos.studio.storage.ProjectIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All who watch projects in this node. The channel brings what happens at once; a look at the journal's heads, which a sweep
 * takes, brings what the channel lost, what other nodes did without it, and whose role was taken away. Safe for use by
 * several threads.
 */
final class Watches {

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final OneWay oneWay;
    private final Access access;
    private final Journal journal;
    private final ProjectIndex index;
    private final LiveChannel channel;
    private final Differences differences;
    private final Executor executor;
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();
    private final SparingLog channelLog;
    private final SparingLog storageLog;
    private final SparingLog listenerLog;

    Watches(Wiring wiring, OneWay oneWay, LiveChannel channel, Differences differences) {
        this.oneWay = oneWay;
        this.access = new Access(wiring.access());
        this.journal = wiring.storage().journal();
        this.index = wiring.storage().projects();
        this.channel = channel;
        this.differences = differences;
        this.executor = wiring.events();
        this.channelLog = log(wiring, "The live channel of project {} is away; its watchers are told by the journal");
        this.storageLog =
                log(wiring, "Watchers of project {} could not be told how it goes on; the next sweep tries again");
        this.listenerLog = log(wiring, "A watcher of project {} failed at an event; it goes on with the next");
    }

    private static SparingLog log(Wiring wiring, String trouble) {
        return new SparingLog(LOG, wiring.clock(), trouble);
    }

    /** Starts to watch behind the project's last revision. */
    Subscription open(ProjectId project, UserId user, Consumer<StudioEvent> listener) {
        long now = oneWay.read(project, user, Operation.WATCH).revision();
        return opened(new Watch(project, user, now, listener, this));
    }

    /** Starts to watch behind the revision that the watcher saw last. */
    Subscription open(ProjectId project, UserId user, long seen, Consumer<StudioEvent> listener) {
        Differences.requireRevision(oneWay.read(project, user, Operation.WATCH), seen);
        var watch = new Watch(project, user, seen, listener, this);
        watch.startWithTheDifference();
        return opened(watch);
    }

    /** What was committed before the channel listened is found by a look at the head. */
    private Subscription opened(Watch watch) {
        open.add(watch);
        watch.tuneIn();
        lookAt(watch.project(), List.of(watch));
        return watch;
    }

    /** Looks where the projects stand that are watched. */
    void lookAround() {
        Map<ProjectId, List<Watch>> byProject = open.stream().collect(Collectors.groupingBy(Watch::project));
        byProject.forEach(this::lookAt);
    }

    /** Looks where the project stands that is watched. */
    void lookAt(Watch watch) {
        lookAt(watch.project(), List.of(watch));
    }

    private void lookAt(ProjectId project, List<Watch> watchers) {
        try {
            watchers.forEach(Watch::tuneIn);
            Optional<ProjectSummary> now = index.find(project);
            watchers.forEach(watch -> lookAt(watch, now));
        } catch (RuntimeException e) {
            storageLog.warn(project, e);
        }
    }

    private void lookAt(Watch watch, Optional<ProjectSummary> now) {
        try {
            ProjectSummary summary = now.orElseThrow(() -> new ProjectNotFoundException(watch.project()));
            access.require(summary, watch.user(), Operation.WATCH);
            watch.reaches(summary.revision());
        } catch (StudioException e) {
            watch.bar();
        }
    }

    /** Ends all of them without a word. */
    void close() {
        open.forEach(Watch::close);
    }

    Executor executor() {
        return executor;
    }

    Teller teller(ProjectId project, UserId user, long seen, Consumer<StudioEvent> listener) {
        return new Teller(project, user, seen, listener, journal, differences, this::require);
    }

    private void require(ProjectId project, UserId user) {
        access.require(
                index.find(project).orElseThrow(() -> new ProjectNotFoundException(project)), user, Operation.WATCH);
    }

    /** Null while the channel is away; the next look around tries again. */
    @Nullable
    Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        try {
            return channel.subscribe(project, listener);
        } catch (RuntimeException e) {
            channelLog.warn(project, e);
            return null;
        }
    }

    void unsubscribe(ProjectId project, Subscription subscription) {
        try {
            subscription.close();
        } catch (RuntimeException e) {
            channelLog.warn(project, e);
        }
    }

    void remove(Watch watch) {
        open.remove(watch);
    }

    void couldNotGoOn(ProjectId project, RuntimeException cause) {
        storageLog.warn(project, cause);
    }

    void failed(ProjectId project, Throwable cause) {
        listenerLog.warn(project, cause);
    }
}
