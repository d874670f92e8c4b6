package io.futureos.studio.engines.local.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrawsTest {

    @Test
    void a_stream_of_draws_is_the_same_wherever_it_is_drawn() {
        Draws draws = Draws.of(7, "seasonal naive", 24_299);

        assertThat(IntStream.range(0, 6).map(i -> draws.below(1000))).containsExactly(975, 586, 816, 805, 509, 454);
    }
}
