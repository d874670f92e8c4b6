package io.futureos.studio.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.model.BlobKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarksTest {

    private static List<BlobKey> keys(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> BlobKey.of((name + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void what_was_marked_stays_marked_and_next_to_nothing_else_is() {
        for (long salt : List.of(0L, 5L, 7L, Long.MAX_VALUE, -3L)) {
            var marks = new Marks(salt);
            keys("needed", 20_000).forEach(marks::add);

            assertThat(keys("needed", 20_000)).allMatch(marks::has);
            assertThat(keys("other", 20_000).stream().filter(marks::has)).hasSizeLessThan(3);
        }
    }
}
