package io.futureos.studio.testkit.contract;

import io.futureos.studio.live.Live;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;

/** Every contract of a {@link Live}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LiveContract {

    /** One in which nothing is going on. */
    protected abstract Live newEmptyLive();

    /** What another node sees of it, if nodes see it each through an object of their own. */
    protected Live atAnotherNode(Live live) {
        return live;
    }

    @Nested
    class TheChannel extends LiveChannelContract {
        @Override
        protected Live newEmptyLive() {
            return LiveContract.this.newEmptyLive();
        }

        @Override
        protected Live atAnotherNode(Live live) {
            return LiveContract.this.atAnotherNode(live);
        }
    }

    @Nested
    class TheSessions extends SessionsContract {
        @Override
        protected Live newEmptyLive() {
            return LiveContract.this.newEmptyLive();
        }

        @Override
        protected Live atAnotherNode(Live live) {
            return LiveContract.this.atAnotherNode(live);
        }
    }

    @Nested
    class TheDrafts extends DraftsContract {
        @Override
        protected Live newEmptyLive() {
            return LiveContract.this.newEmptyLive();
        }

        @Override
        protected Live atAnotherNode(Live live) {
            return LiveContract.this.atAnotherNode(live);
        }
    }
}
