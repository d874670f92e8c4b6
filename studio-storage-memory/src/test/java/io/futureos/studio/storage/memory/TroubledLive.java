package io.futureos.studio.storage.memory;

import io.futureos.studio.live.Drafts;
import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.live.LiveChannel;
import io.futureos.studio.live.Sessions;
import io.futureos.studio.live.StudioEvent;
import io.futureos.studio.live.Subscription;
import io.futureos.studio.model.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A live store whose channel does to events what a test wants. */
final class TroubledLive implements Live, LiveChannel {

    private final InProcessLive real = InProcessLive.create();
    private final List<StudioEvent> late = new ArrayList<>();
    private Trouble trouble = Trouble.none();
    private boolean away;

    /** What becomes of an event. */
    interface Trouble {
        void befall(StudioEvent event, TroubledLive live);

        static Trouble none() {
            return (event, live) -> live.deliver(event);
        }

        static Trouble loss() {
            return (event, live) -> {};
        }

        /** Loses, doubles, delays and disorders events. */
        static Trouble chance(Random random) {
            return (event, live) -> {
                switch (random.nextInt(6)) {
                    case 0 -> {}
                    case 1 -> {
                        live.deliver(event);
                        live.deliver(event);
                    }
                    case 2, 3 -> live.late.add(random.nextInt(live.late.size() + 1), event);
                    default -> live.deliver(event);
                }
                if (random.nextInt(4) == 0) {
                    live.deliverLate();
                }
            };
        }
    }

    void trouble(Trouble value) {
        trouble = value;
    }

    /** Whether the channel throws, whatever is asked of it. */
    void away(boolean value) {
        away = value;
    }

    private void deliver(StudioEvent event) {
        real.publish(event);
    }

    private void deliverLate() {
        late.forEach(this::deliver);
        late.clear();
    }

    @Override
    public void publish(StudioEvent event) {
        if (away) {
            throw new IllegalStateException("The live store is away");
        }
        trouble.befall(event, this);
    }

    @Override
    public Subscription subscribe(ProjectId project, Consumer<StudioEvent> listener) {
        if (away) {
            throw new IllegalStateException("The live store is away");
        }
        return real.subscribe(project, listener);
    }

    @Override
    public LiveChannel channel() {
        return this;
    }

    @Override
    public Sessions sessions() {
        return real;
    }

    @Override
    public Drafts drafts() {
        return real;
    }
}
