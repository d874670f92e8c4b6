package io.futureos.studio.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import io.futureos.studio.testkit.fault.ForwardingStorage;
import io.futureos.studio.testkit.world.World;
import io.futureos.studio.testkit.world.World.Happening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Some of the worlds that live in memory elsewhere; {@code -Dworld.postgres.seeds} says how many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorldOnPostgresTest {

    @RegisterExtension
    static final StudioDatabase DATABASE = new StudioDatabase();

    private static final int SEEDS = Integer.getInteger("world.postgres.seeds", 1);

    @Test
    void in_every_world_nothing_acknowledged_is_lost_or_doubled_and_everybody_sees_the_same_in_the_end() {
        var counts = new EnumMap<Happening, Integer>(Happening.class);
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<Happening, Integer> happened = new World(seed, InVirtualTime::new).live(200);
            happened.forEach((happening, count) -> counts.merge(happening, count, Integer::sum));
        }
        assertThat(counts).containsKeys(Happening.ACTION_ACKNOWLEDGED, Happening.STORAGE_FAULT, Happening.CRASH);
    }

    /** The database's clock can't be moved, so that leases and due times come nearer when time goes by in the world. */
    private static final class InVirtualTime extends ForwardingStorage {
        private final Clock clock;
        private Instant last;

        InVirtualTime(Clock clock) {
            super(DATABASE.emptied());
            this.clock = clock;
            this.last = clock.instant();
        }

        @Override
        public JobQueue jobs() {
            return this::join;
        }

        private JobQueue.JobStation join(JobQueue.JobWorker worker, Executor threads) {
            JobQueue.JobStation station = real.jobs().join(worker, threads);
            return new JobQueue.JobStation() {
                @Override
                public void submit(QueuedJob job) {
                    timeGoesBy();
                    station.submit(job);
                }

                @Override
                public void poll() {
                    timeGoesBy();
                    station.poll();
                }

                @Override
                public void close() {
                    station.close();
                }
            };
        }

        private void timeGoesBy() {
            Instant now = clock.instant();
            DATABASE.pass(Duration.between(last, now));
            last = now;
        }
    }
}
