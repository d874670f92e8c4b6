package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatelyTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Lately<String, Integer> lately = new Lately<>(2);

    private int get(String key) {
        return lately.get(key, made::incrementAndGet);
    }

    @Test
    void what_was_asked_for_lately_is_not_made_again() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(2);
        assertThat(get("a")).isEqualTo(1);

        assertThat(get("c")).isEqualTo(3);
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).as("it was longest not asked for").isEqualTo(4);
    }

    @Test
    void what_could_not_be_made_is_tried_again() {
        assertThatThrownBy(() -> lately.get("a", () -> {
                    throw new IllegalStateException("Broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(get("a")).isEqualTo(1);
    }
}
