package io.futureos.studio.engines.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BinsTest {

    @Test
    void edges_are_round_and_hold_exactly_what_they_say() {
        Bins bins = Bins.of(List.of(0.61, 0.7, 0.7, 0.94999, 0.95, 1.0));

        assertThat(bins.edges()).startsWith(0.6, 0.62, 0.64).endsWith(0.98, 1.0).contains(0.7, 0.94);
        assertThat(bins.counts()).containsExactly(1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1);
    }

    @Test
    void values_below_zero_and_large_ones_have_bins_too() {
        assertThat(Bins.of(List.of(-1.0, 0.0, 1.0)).edges())
                .hasSize(21)
                .startsWith(-1.0, -0.9)
                .contains(0.0);
        assertThat(Bins.of(List.of(12_000.0, 153_000.0)).edges()).startsWith(10_000.0, 20_000.0);
    }

    @Property(tries = 200)
    void every_value_is_counted_between_its_edges(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        if (values.stream().distinct().count() == 1) {
            return;
        }
        Bins bins = Bins.of(values);

        assertThat(bins.counts()).hasSize(bins.edges().size() - 1).hasSizeBetween(5, 22);
        assertThat(bins.edges()).isSorted();
        int last = bins.counts().size() - 1;
        for (int i = 0; i <= last; i++) {
            double low = bins.edges().get(i);
            double high = bins.edges().get(i + 1);
            boolean closed = i == last;
            assertThat(values.stream().filter(value -> value >= low && (value < high || (closed && value == high))))
                    .hasSize(bins.counts().get(i));
        }
    }

    @Test
    void what_does_not_differ_has_no_bins() {
        assertThatThrownBy(() -> Bins.of(List.of(3.0, 3.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bins need values that differ, but all 2 are 3.0");
    }
}
