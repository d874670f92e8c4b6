package io.futureos.studio.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary JSON values, up to three levels deep, whose fields often have a name that some action knows. */
final class AnyJson {

    private static final List<String> KNOWN_NAMES = Example.all().stream()
            .flatMap(example -> names(example.tree()))
            .distinct()
            .toList();

    private AnyJson() {}

    /** Everything that a JSON parser may hand over, text that is no Unicode among it. */
    static Arbitrary<Object> any() {
        return nested(Arbitraries.oneOf(leaves(), Arbitraries.of("\u0000", "\ud800", "x\udc00", "😀")), 3);
    }

    /** An object of such values. */
    static Arbitrary<Map<String, Object>> objects() {
        return objects(any());
    }

    /** What an open value may be. */
    static Arbitrary<Object> wellFormed() {
        return nested(leaves(), 2);
    }

    private static Arbitrary<Object> leaves() {
        Arbitrary<Object> leaves = Arbitraries.of(
                0,
                1,
                -1,
                5L,
                3.0,
                0.25,
                -1e-9,
                1e300,
                true,
                false,
                "",
                " ",
                "csv",
                "pdf",
                "daily",
                "UTC",
                "a@b",
                "0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11");
        return leaves.injectNull(0.1);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> leaves, int levels) {
        if (levels == 0) {
            return leaves;
        }
        Arbitrary<Object> element = nested(leaves, levels - 1);
        return Arbitraries.oneOf(
                leaves,
                element.list().ofMaxSize(3).map(list -> list),
                objects(element).map(object -> object));
    }

    private static Arbitrary<Map<String, Object>> objects(Arbitrary<Object> values) {
        Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of(KNOWN_NAMES), Arbitraries.of("", "x", "a/b~", "ø"));
        return Arbitraries.maps(names, values).ofMaxSize(4);
    }

    private static Stream<String> names(JsonNode node) {
        Stream<JsonNode> below = StreamSupport.stream(node.spliterator(), false);
        return Stream.concat(node.propertyStream().map(entry -> entry.getKey()), below.flatMap(AnyJson::names));
    }
}
