package io.futureos.studio.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantTextTest {

    /** From before the year 0 to after the year 9999. */
    @Property
    void an_instant_is_written_as_the_jdk_writes_it_and_read_back(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
        for (long fraction : new long[] {0, nano / 1_000_000 * 1_000_000, nano / 1_000 * 1_000, nano}) {
            Instant instant = Instant.ofEpochSecond(second, fraction);

            assertThat(InstantText.of(instant)).isEqualTo(instant.toString());
            assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void at_the_ends_of_what_is_plain_it_is_written_so_too(String text) {
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }
}
