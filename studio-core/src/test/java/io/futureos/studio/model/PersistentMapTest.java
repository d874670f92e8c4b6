package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class PersistentMapTest {

    /** Sets a key, or takes it away if {@code value} is null. */
    record Step(int key, @Nullable Integer value) {
        PersistentMap<Integer, Integer> applyTo(PersistentMap<Integer, Integer> map) {
            return value == null ? map.without(key) : map.with(key, value);
        }

        void applyTo(TreeMap<Integer, Integer> map) {
            if (value == null) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        }
    }

    @Property(tries = 300)
    void it_always_holds_what_a_tree_map_holds(@ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 60) int key) {
        var expected = new TreeMap<Integer, Integer>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Step step : steps) {
            step.applyTo(expected);
            map = step.applyTo(map);
        }

        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
        assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(expected.size());
        assertThat(map.get(key)).isEqualTo(expected.get(key));
        assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
        assertThat(new ArrayList<>(PersistentMap.copyOf(expected).entrySet()))
                .isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    @Property(tries = 300)
    void iterating_from_a_key_gives_what_a_tail_map_gives(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = -1, max = 61) int start) {
        var expected = new TreeMap<Integer, Integer>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Step step : steps) {
            step.applyTo(expected);
            map = step.applyTo(map);
        }

        var entries = new ArrayList<Map.Entry<Integer, Integer>>();
        map.from(start).forEach(entries::add);
        assertThat(entries)
                .isEqualTo(new ArrayList<>(expected.tailMap(start, true).entrySet()));
    }

    @Property(tries = 300)
    void no_step_changes_a_map_that_somebody_holds(@ForAll("steps") List<Step> steps) {
        var expected = new TreeMap<Integer, Integer>();
        var held = new ArrayList<PersistentMap<Integer, Integer>>();
        var copies = new ArrayList<Map<Integer, Integer>>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Step step : steps) {
            step.applyTo(expected);
            map = step.applyTo(map);
            held.add(map);
            copies.add(new TreeMap<>(expected));
        }

        assertThat(held).isEqualTo(copies);
    }

    @Property(tries = 300)
    void it_is_never_higher_than_an_avl_tree_may_be(@ForAll("steps") List<Step> steps) {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (Step step : steps) {
            map = step.applyTo(map);
            assertThat((double) map.height()).isLessThanOrEqualTo(highest(map.size()));
        }
    }

    @Example
    void it_stays_balanced_when_keys_come_and_go_in_order() {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (int i = 0; i < 100_000; i++) {
            map = map.with(i, i);
        }
        assertThat((double) map.height()).isLessThanOrEqualTo(highest(100_000));

        for (int i = 0; i < 99_000; i++) {
            map = map.without(i);
        }
        assertThat((double) map.height()).isLessThanOrEqualTo(highest(1_000));
        assertThat(map).hasSize(1_000).containsKey(99_000).doesNotContainKey(98_999);
    }

    @Example
    void setting_an_equal_value_and_taking_away_what_is_not_there_give_the_same_map() {
        PersistentMap<String, String> map =
                PersistentMap.<String, String>empty().with("a", "1").with("b", "2");

        assertThat(map.with("a", "12".substring(0, 1))).isSameAs(map);
        assertThat(map.without("c")).isSameAs(map);
        assertThat(map.without("a").without("b")).isSameAs(PersistentMap.empty());
        assertThat(PersistentMap.copyOf(map)).isSameAs(map);
    }

    @Example
    void it_cannot_be_changed_from_outside() {
        PersistentMap<String, String> map =
                PersistentMap.<String, String>empty().with("a", "1");

        assertThatThrownBy(() -> map.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("2"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(map).containsExactly(Map.entry("a", "1"));
    }

    @Example
    void an_exhausted_iterator_says_so() {
        var iterator = PersistentMap.<String, String>empty().entrySet().iterator();

        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 3).injectNull(0.4);
        return Combinators.combine(keys, values).as(Step::new).list().ofMaxSize(200);
    }

    /** Knuth, The Art of Computer Programming 3, section 6.2.3, theorem A. */
    private static double highest(int size) {
        return 1.4405 * Math.log(size + 2) / Math.log(2) - 0.3277;
    }
}
