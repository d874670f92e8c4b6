package io.futureos.studio.render.svg;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.chart.ChartLabels;
import io.futureos.studio.render.chart.ValueFormat;
import io.futureos.studio.render.wording.Wording;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final ValueFormat PERCENT = ValueFormat.percent(Wording.ENGLISH);
    private static final ValueFormat NUMBER = ValueFormat.number(Wording.ENGLISH);

    private static Scale over(ValueFormat format, double... values) {
        var labels = new ChartLabels(
                "",
                "",
                format,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        return Scale.over(DoubleStream.of(values), labels, false, 0, 100, 5);
    }

    @Test
    void ticks_are_round_and_labelled_with_as_many_decimals_as_tell_them_apart() {
        Scale scale = over(NUMBER, 0.013, 0.094);

        assertThat(scale.ticks().stream().map(scale::label))
                .containsExactly("0.00", "0.02", "0.04", "0.06", "0.08", "0.10");
    }

    @Test
    void shares_stay_within_zero_and_a_hundred_per_cent() {
        Scale scale = over(PERCENT, 0.93, 0.997);

        assertThat(scale.high()).isLessThanOrEqualTo(1);
        assertThat(scale.label(0.95)).isEqualTo("95\u00a0%");
    }

    @Property
    void every_value_lies_on_the_scale_with_two_to_twelve_ticks(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double other) {
        Scale scale = over(NUMBER, one, other);

        assertThat(scale.at(one)).isBetween(-1e-6, 100 + 1e-6);
        assertThat(scale.at(other)).isBetween(-1e-6, 100 + 1e-6);
        assertThat(scale.ticks()).hasSizeBetween(2, 12);
    }
}
