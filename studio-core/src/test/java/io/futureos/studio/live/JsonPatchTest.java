package io.futureos.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.futureos.studio.json.StudioJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonPatchTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Provide
    Arbitrary<Object> values() {
        return nested(nested(nested(leaves())));
    }

    private static Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 3).map(value -> (Object) value),
                Arbitraries.strings().alpha().ofMaxLength(2).map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value),
                Arbitraries.just(0.5).map(value -> (Object) value));
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                leaves(),
                inner.injectNull(0.1).list().ofMaxSize(5).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of("a", "b", "c", "", "/", "~", "0"), inner.injectNull(0.1))
                        .ofMaxSize(5)
                        .map(map -> (Object) map));
    }

    @Property(tries = 2_000)
    void an_independent_reader_turns_any_value_into_any_other(
            @ForAll("values") Object before, @ForAll("values") Object after) throws Exception {
        assertThat(applied(before, after)).isEqualTo(tree(after));
    }

    @Property(tries = 500)
    void equal_values_need_no_operation(@ForAll("values") Object value) {
        assertThat(JsonPatch.between(value, StudioJson.read(StudioJson.write(value))))
                .isEmpty();
    }

    private static JsonNode applied(Object before, Object after) throws Exception {
        String patch = StudioJson.write(JsonPatch.between(before, after));
        return com.flipkart.zjsonpatch.JsonPatch.apply(MAPPER.readTree(patch), tree(before));
    }

    private static JsonNode tree(@Nullable Object value) throws Exception {
        return MAPPER.readTree(StudioJson.write(value));
    }

    @Test
    void one_changed_field_is_one_operation() {
        Map<String, Object> before = Map.of("scenarios", List.of(Map.of("name", "One", "stale", false), "b"));
        Map<String, Object> after = Map.of("scenarios", List.of(Map.of("name", "One", "stale", true), "b"));

        assertThat(StudioJson.write(JsonPatch.between(before, after)))
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/scenarios/0/stale\",\"value\":true}]");
    }

    /** The independent reader takes {@code ~01} for a slash, against RFC 6901, section 4; so this is told by an example. */
    @Test
    void a_tilde_before_a_one_stays_a_tilde_before_a_one() {
        assertThat(JsonPatch.between(Map.of("~1", 1L), Map.of("~1", 2L)))
                .containsExactly(Map.of("op", "replace", "path", "/~01", "value", 2L));
    }

    @Test
    void a_null_that_comes_is_written_and_not_left_out() {
        Map<String, @Nullable Object> after = Collections.singletonMap("team", null);

        assertThat(StudioJson.write(JsonPatch.between(Map.of(), after)))
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/team\",\"value\":null}]");
    }

    @Test
    void a_log_that_drops_its_oldest_entries_takes_few_operations() throws Exception {
        List<Long> before = LongStream.range(0, 1_000).boxed().toList();
        List<Long> after = LongStream.range(3, 1_003).boxed().toList();

        assertThat(JsonPatch.between(before, after)).hasSize(6);
        assertThat(applied(before, after)).isEqualTo(tree(after));
    }

    @Test
    void an_element_in_the_middle_comes_and_goes_by_one_operation() {
        List<String> few = List.of("a", "b", "d", "e");
        List<String> more = List.of("a", "b", "c", "d", "e");

        assertThat(JsonPatch.between(few, more)).containsExactly(Map.of("op", "add", "path", "/2", "value", "c"));
        assertThat(JsonPatch.between(more, few)).containsExactly(Map.of("op", "remove", "path", "/2"));
    }

    @Test
    void what_has_little_in_common_is_replaced_as_a_whole() {
        List<Object> before = new ArrayList<>(Arrays.asList(1L, 2L, 3L, 4L, 5L));

        assertThat(JsonPatch.between(before, List.of()))
                .containsExactly(Map.of("op", "replace", "path", "", "value", List.of()));
    }

    /** What holds them is small where it is, but not with all that is in it. */
    @Test
    void what_changes_deep_inside_changes_alone() {
        Map<String, Object> before = Map.of("drift", Map.of("mean", 1L, "sd", 2L, "share", 3L));
        Map<String, Object> after = Map.of("drift", Map.of("mean", 4L, "sd", 5L, "share", 6L));

        assertThat(JsonPatch.between(before, after))
                .extracting(operation -> operation.get("path"))
                .containsExactlyInAnyOrder("/drift/mean", "/drift/sd", "/drift/share");
    }
}
