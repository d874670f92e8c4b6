package io.futureos.studio.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantReaderTest {

    @Property
    void an_instant_is_read_as_the_jdk_reads_it(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);

        assertThat(read(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01T12:00:00Z",
                "2025-01-01T12:00:00.5Z",
                "2025-01-01T12:00:00.123456Z",
                "2025-01-01T12:00:00.123456789Z",
                "2024-02-29T23:59:59Z",
                "2025-12-31T00:00:00Z",
                "2016-12-31T23:59:60Z",
                "2025-01-01T24:00:00Z",
                "0000-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z",
                "+12345-01-01T00:00:00Z"
            })
    void rarer_forms_are_read_as_the_jdk_reads_them(String text) {
        assertThat(read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-01",
                "2025-01-01T12:00:00",
                "2025-02-29T12:00:00Z",
                "2025-13-01T12:00:00Z",
                "2025-00-01T12:00:00Z",
                "2025-01-00T12:00:00Z",
                "2025-01-01T25:00:00Z",
                "2025-01-01T12:60:00Z",
                "2025-01-01 12:00:00Z",
                "2025-01-01T12:00:00.1234567890Z",
                "2025-01-01T12:00:0xZ"
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("expected an instant in ISO 8601");
    }

    private static Instant read(String text) {
        return StudioJson.fromOpen(text, Instant.class);
    }
}
