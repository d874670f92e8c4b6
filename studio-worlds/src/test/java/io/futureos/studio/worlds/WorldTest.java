package io.futureos.studio.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.storage.memory.InMemoryStorage;
import io.futureos.studio.testkit.world.World;
import io.futureos.studio.testkit.world.World.Happening;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Many worlds; {@code -Dworld.seeds} says how many, {@code -Dworld.first} where they begin. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorldTest {

    private static final long SEEDS = Long.getLong("world.seeds", 1_000);
    private static final long FIRST = Long.getLong("world.first", 1);
    private static final int MOST_FAILURES = 10;
    private static final int STEPS = Integer.getInteger("world.steps", 200);

    @Test
    void in_every_world_nothing_acknowledged_is_lost_or_doubled_and_everybody_sees_the_same_in_the_end() {
        Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
        Map<Happening, Long> counts = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(seed -> lived(seed, failures))
                .collect(() -> new EnumMap<>(Happening.class), WorldTest::add, WorldTest::addAll);

        System.out.println(SEEDS + " worlds of " + STEPS + " actions, " + failures.size() + " failed: " + counts);
        assertThat(failures).isEmpty();
        assertThat(counts)
                .as("a world in which this never happens shows nothing")
                .containsOnlyKeys(Happening.values());
    }

    /** One failure does not end a run of an hour; many do. */
    private static Map<Happening, Integer> lived(long seed, Queue<AssertionError> failures) {
        if (failures.size() < MOST_FAILURES) {
            try {
                return new World(seed, InMemoryStorage::create).live(STEPS);
            } catch (AssertionError e) {
                failures.add(e);
            }
        }
        return Map.of();
    }

    private static void add(Map<Happening, Long> sum, Map<Happening, Integer> counts) {
        counts.forEach((happening, count) -> sum.merge(happening, (long) count, Long::sum));
    }

    private static void addAll(Map<Happening, Long> sum, Map<Happening, Long> counts) {
        counts.forEach((happening, count) -> sum.merge(happening, count, Long::sum));
    }

    @Test
    void the_same_seed_gives_the_same_world() {
        var one = new World(4_711, InMemoryStorage::create);
        var other = new World(4_711, InMemoryStorage::create);

        assertThat(one.live(STEPS)).isEqualTo(other.live(STEPS));
        assertThat(one.story()).isEqualTo(other.story());
    }
}
