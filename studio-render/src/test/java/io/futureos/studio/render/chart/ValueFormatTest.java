package io.futureos.studio.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.render.wording.Wording;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueFormatTest {

    private static final ValueFormat PERCENT = ValueFormat.percent(Wording.ENGLISH);
    private static final ValueFormat NUMBER = ValueFormat.number(Wording.ENGLISH);

    @Test
    void numbers_have_four_digits_and_thousands_apart() {
        assertThat(NUMBER.cell(1234567)).isEqualTo("1,234,567");
        assertThat(NUMBER.cell(0.0187)).isEqualTo("0.0187");
        assertThat(NUMBER.cell(3.14159)).isEqualTo("3.142");
        assertThat(NUMBER.cell(-271.5)).isEqualTo("\u2212271.5");
        assertThat(NUMBER.cell(0)).isEqualTo("0");
        assertThat(NUMBER.cell(Double.NaN)).isEmpty();
    }

    @Test
    void shares_are_shown_as_per_cent() {
        assertThat(PERCENT.cell(0.8888)).isEqualTo("88.9\u00a0%");
        assertThat(PERCENT.cell(-0.0004)).isEqualTo("0.0\u00a0%");
        assertThat(PERCENT.fixed(0.95, 0)).isEqualTo("95\u00a0%");
    }

    @Test
    void values_of_one_chart_have_the_same_number_of_decimals() {
        Numbers numbers = Numbers.of(NUMBER, DoubleStream.of(0.03, 0.021, 0.1));

        assertThat(numbers.text(0.03)).isEqualTo("0.030");
        assertThat(Numbers.of(NUMBER, DoubleStream.of(4210, 3.14159)).decimals())
                .isZero();
    }
}
