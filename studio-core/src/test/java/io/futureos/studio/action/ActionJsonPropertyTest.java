package io.futureos.studio.action;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.workflow.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // the arbitraries are made of edge cases; combining them takes long
class ActionJsonPropertyTest {

    @Property
    void reading_what_was_written_gives_the_same_action(@ForAll("actions") WorkbenchAction action) {
        Map<String, Object> payload = ActionWriter.payload(action);

        assertThat(ActionReader.read(action.workbench(), action.name(), payload))
                .isEqualTo(new Reading.Read<>(action));
    }

    @Property(tries = 300)
    void what_was_written_survives_a_trip_through_text(@ForAll("actions") WorkbenchAction action) {
        String json = Json.tree(ActionWriter.payload(action)).toString();

        assertThat(ActionReader.read(action.workbench(), action.name(), Json.object(json)))
                .isEqualTo(new Reading.Read<>(action));
    }

    @Property
    void any_payload_is_read_or_has_problems_and_never_throws(
            @ForAll("examples") Example example, @ForAll("objects") Map<String, Object> payload) {
        assertSound(example, payload);
    }

    @Property
    void a_payload_with_one_part_replaced_is_read_or_has_problems_and_never_throws(
            @ForAll("examples") Example example, @ForAll("json") @Nullable Object part, @ForAll Random random) {
        var payload = new LinkedHashMap<String, Object>();
        Json.object(example.tree()).forEach((name, value) -> payload.put(name, replacedSomewhere(value, part, random)));

        assertSound(example, payload);
    }

    @Property(tries = 300)
    void any_request_is_read_or_has_problems_and_never_throws(@ForAll("objects") Map<String, Object> request) {
        assertThat(ActionReader.readRequest(request).<Boolean>match(read -> true, problems -> !problems.isEmpty()))
                .isTrue();
    }

    /** What is read can be written and read again; what is not has pointers to places that are there or missing. */
    private static void assertSound(Example example, Map<String, Object> payload) {
        Workbench workbench = example.action().workbench();
        String name = example.action().name();
        ActionReader.read(workbench, name, payload)
                .match(
                        action -> assertThat(ActionReader.read(workbench, name, ActionWriter.payload(action)))
                                .isEqualTo(new Reading.Read<>(action)),
                        problems -> assertThat(problems)
                                .isNotEmpty()
                                .allSatisfy(problem -> assertLeadsSomewhere(problem.pointer(), payload)));
    }

    private static void assertLeadsSomewhere(String pointer, Map<String, Object> payload) {
        @Nullable Object parent = payload;
        List<String> steps = List.of(pointer.split("/", -1));
        for (String step : steps.subList(1, Math.max(1, steps.size() - 1))) {
            String name = step.replace("~1", "/").replace("~0", "~");
            parent = parent instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : parent instanceof Map<?, ?> map ? map.get(name) : null;
        }
        assertThat(parent).as(pointer).isInstanceOfAny(Map.class, List.class);
    }

    private static @Nullable Object replacedSomewhere(@Nullable Object value, @Nullable Object part, Random random) {
        if (random.nextInt(4) == 0) {
            return part;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((name, element) -> copy.put(name, replacedSomewhere(element, part, random)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> replacedSomewhere(element, part, random))
                        .collect(toCollection(ArrayList::new))
                : value;
    }

    @Provide
    Arbitrary<WorkbenchAction> actions() {
        return AnyAction.any();
    }

    @Provide
    Arbitrary<Example> examples() {
        return Arbitraries.of(Example.all());
    }

    @Provide
    Arbitrary<Object> json() {
        return AnyJson.any();
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return AnyJson.objects();
    }
}
