package io.futureos.studio.action;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts wrong values into full payloads, one at a time, and expects exactly one problem, at the right place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldProblemsTest {

    /**
     * Actions; place of a field; required, optional, or entry (of a list or an open object); what it may not be, as JSON.
     * {@code *256} is a text of 256 letters; {@code @ /place} follows a value whose problem is elsewhere.
     */
    private static final String FIELDS = """
            configure_source, add_custom_source ; /source_name ; required ; 5 | "" | " " | "*256" | null | "a\\u0000" | "\\ud800"
            configure_source, add_custom_source ; /configuration ; required ; 5 | [] | "x" | null
            configure_source ; /configuration/type ; optional ; 5 | "" | null
            configure_source ; /configuration/skip ; entry ; "\\u0000" | [1, "\\udc00"] @ /configuration/skip/1
            configure_source, add_custom_source ; /configuration/path ; entry ; {"a/b": {"~": "\\u0000"}} @ /configuration/path/a~1b/~0 | {"\\u0000": 1} @ /configuration/path/\uFFFD
            preview_data ; /source_name ; optional ; 5 | "" | "*256" | null
            preview_data ; /offset ; optional ; -1 | 0.5 | "0" | true | null | 9007199254740992
            preview_data ; /limit ; optional ; 0 | 1001 | 1.5 | "50" | false | null
            override_value ; /override ; required ; 5 | [] | null
            override_value ; /override/field ; required ; 5 | "" | "*256" | null
            override_value ; /override/value ; required ; {} | [] | [1] | "*10001" | "\\u0000" | 9007199254740992
            override_value ; /override/reason ; required ; 5 | "" | "*2001" | null
            override_value ; /override/remove ; optional ; 0 | "true" | null | true @ /override/value
            add_custom_source ; /configuration/type ; required ; 5 | "" | "*256" | null
            refresh_data ; /fetch ; optional ; 1 | "true" | null
            adjust_distribution ; /adjustment ; required ; 5 | [] | null
            adjust_distribution ; /adjustment/dimension ; required ; 5 | "" | "*256" | null
            adjust_distribution ; /adjustment/target ; required ; 5 | [] | null | {"a": 0} | {"": 1} @ /adjustment/target/
            adjust_distribution ; /adjustment/target/young ; entry ; -1 | -0.001 | "3" | true | null | [1]
            adjust_distribution ; /adjustment/target/old ; entry ; -1
            adjust_distribution ; /adjustment/target/none ; entry ; -1
            edit_archetype ; /archetype_id ; required ; 5 | "" | "*256" | null
            edit_archetype ; /edits ; required ; 5 | [] | null
            edit_archetype ; /edits/cars ; entry ; "\\ud800x"
            resize_population ; /target_size ; required ; 0 | -1 | 2000001 | 1.5 | "20000" | true | null | 9007199254740993
            regenerate ; /seed ; optional ; 1.5 | "1" | true | null | 9007199254740992
            regenerate ; /configuration ; optional ; 5 | [] | null
            regenerate ; /configuration/archetypes ; entry ; "\\u0000"
            view_network ; /nodes ; optional ; 0 | 2001 | 1.5 | "200" | null
            create_scenario, edit_scenario ; /scenario_config ; required ; 5 | [] | null
            create_scenario ; /scenario_config/name ; required ; 5 | "" | " " | "*256" | null
            edit_scenario ; /scenario_config/name ; optional ; 5 | "" | " " | "*256" | null
            create_scenario ; /scenario_config/description ; required ; 5 | "*10001" | null
            edit_scenario ; /scenario_config/description ; optional ; 5 | "*10001" | null
            create_scenario ; /scenario_config/variable_overrides ; required ; 5 | {} | null
            edit_scenario ; /scenario_config/variable_overrides ; optional ; 5 | {} | null
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/0 ; entry ; 5 | [] | null
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/0/variable ; required ; 5 | "" | "*256" | null
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/0/value ; required ; null | "\\u0000" | [[], "\\u0000"] @ /scenario_config/variable_overrides/0/value/1
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/1 ; entry ; 5
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/1/variable ; required ; "vat" | 5
            create_scenario, edit_scenario ; /scenario_config/variable_overrides/1/value ; required ; null
            create_scenario, edit_scenario ; /scenario_config/population_adjustments ; optional ; 5 | [] | null | {"": {"a": 1}} @ /scenario_config/population_adjustments/
            create_scenario, edit_scenario ; /scenario_config/population_adjustments/age ; entry ; 5 | [] | null | {} | {"a": 0}
            create_scenario, edit_scenario ; /scenario_config/population_adjustments/age/young ; entry ; -1 | "1" | null
            create_scenario, edit_scenario ; /scenario_config/population_adjustments/age/old ; entry ; -1
            create_scenario, edit_scenario ; /scenario_config/shock_events ; optional ; 5 | {} | null
            create_scenario, edit_scenario ; /scenario_config/shock_events/0 ; entry ; 5 | [] | null
            create_scenario, edit_scenario ; /scenario_config/shock_events/0/tick ; required ; 0 | 1201 | 1.5 | "1" | null
            create_scenario, edit_scenario ; /scenario_config/shock_events/0/variable ; required ; 5 | "" | "*256" | null
            create_scenario, edit_scenario ; /scenario_config/shock_events/0/magnitude ; required ; "1" | true | null | 1e400
            edit_scenario, duplicate_scenario, delete_scenario, run_scenario ; /scenario_id ; required ; 5 | "" | "x" | "1-1-1-1-1" | null
            duplicate_scenario ; /scenario_config ; optional ; 5 | [] | null | {} @ /scenario_config/name
            duplicate_scenario ; /scenario_config/name ; required ; 5 | "" | "*256" | null
            compare_scenarios ; /compare_ids ; required ; 5 | {} | null | []
            compare_scenarios ; /compare_ids/0 ; entry ; 5 | "x" | null
            compare_scenarios ; /compare_ids/1 ; entry ; "7D0B8F4E-93B1-4A9E-8A53-0F2D0E6B4C22" | 5
            run, pause, resume, stop, replay, step_forward, step_backward, inject_shock, adopt_shocks, export_data ; /scenario_id ; optional ; 5 | "" | "x" | null
            run ; /simulation_config ; optional ; 5 | [] | null
            run ; /simulation_config/replicates ; entry ; "\\u0000"
            replay ; /tick ; required ; -1 | 1201 | 0.5 | "1" | null
            step_forward, step_backward ; /tick ; optional ; -1 | 1201 | 0.5 | "1" | null
            inject_shock ; /tick ; optional ; 0 | 1201 | 0.5 | "1" | null
            inject_shock ; /shock ; required ; 5 | [] | null
            inject_shock ; /shock/variable ; required ; 5 | "" | "*256" | null
            inject_shock ; /shock/magnitude ; required ; "1" | true | null | 1e400
            export_data ; /export_format ; required ; 5 | "xml" | "CSV" | "pdf" | null
            generate ; /report_config ; optional ; 5 | [] | null
            customize ; /report_config ; required ; 5 | [] | null | {}
            generate, customize ; /report_config/template ; optional ; 5 | "long" | "COMPARISON" | null
            generate, customize ; /report_config/sections ; optional ; 5 | {} | null
            generate, customize ; /report_config/sections/0 ; entry ; 5 | "" | "*256" | null
            generate, customize ; /report_config/sections/1 ; entry ; 5
            generate, customize ; /report_config/branding ; optional ; 5 | [] | null
            generate, customize ; /report_config/branding/logo_url ; optional ; 5 | "" | "*500001" | null
            generate, customize ; /report_config/branding/colors ; optional ; 5 | [] | null
            generate, customize ; /report_config/branding/colors/primary ; entry ; "\\u0000"
            generate, customize ; /report_config/include_charts ; optional ; 1 | "true" | null
            generate, customize ; /report_config/include_methodology ; optional ; 0 | "false" | null
            generate, customize ; /report_config/language ; optional ; 5 | "DE" | "xx" | null
            generate, customize ; /report_config/number_format ; optional ; 5 | [] | null
            generate, customize ; /report_config/number_format/decimal_mark ; required ; 5 | "x" | null
            generate, customize ; /report_config/number_format/grouping ; required ; 5 | "x" | null
            generate, customize ; /report_config/number_format/percent_space ; optional ; 5 | "true" | null
            export ; /export_format ; required ; 5 | "xml" | "PDF" | "csv" | null
            schedule ; /schedule ; required ; 5 | [] | null
            schedule ; /schedule/schedule_id ; optional ; 5 | "x" | null
            schedule ; /schedule/frequency ; required ; 5 | "" | "hourly" | "R/P1W" | "R0/2026-01-05T08:00/P1D" | "R/2026-01-05T08:00/PT59S" | null
            schedule ; /schedule/time_zone ; optional ; 5 | "" | "Oslo" | null
            schedule ; /schedule/time ; optional ; 5 | "" | "8:00" | "08:00:00" | "24:00" | "08:60" | null
            schedule ; /schedule/weekday ; optional ; 5 | "" | "Friday" | "fri" | null
            schedule ; /schedule/missed ; optional ; 5 | "" | "none" | null
            schedule ; /schedule/formats ; optional ; 5 | {} | "pdf" | null
            schedule ; /schedule/formats/0 ; entry ; 5 | "" | "PDF" | "csv" | null | "html" @ /schedule/formats/1
            schedule ; /schedule/formats/1 ; entry ; 5 | "pdf"
            schedule ; /schedule/refresh ; optional ; 1 | "true" | null
            schedule ; /schedule/recipients ; required ; 5 | {} | null | []
            schedule ; /schedule/recipients/0 ; entry ; 5 | "" | "ada" | "@b" | "a@" | null
            schedule ; /schedule/remove ; optional ; 1 | "true" | null
            add_annotation ; /annotation ; required ; 5 | [] | null
            add_annotation ; /annotation/section ; required ; 5 | "" | "*256" | null
            add_annotation ; /annotation/text ; required ; 5 | "" | "*10001" | null
            add_annotation ; /annotation/author ; optional ; 5 | "" | "*256" | null
            resolve_outcome ; /outcome ; required ; 5 | [] | null
            resolve_outcome ; /outcome/value ; optional ; "0.96" | true | null
            resolve_outcome ; /outcome/answer ; optional ; 1 | "yes" | null
            resolve_outcome ; /outcome/known_at ; required ; 5 | "" | "2026-01-15" | "2026-01-15T09:00:00" | "+10000-01-01T00:00:00Z" | null
            resolve_outcome ; /outcome/source ; required ; 5 | "" | "*2001" | null
            """;

    /** The objects whose fields mean something to somebody else, or are named by the analyst. */
    private static final Set<String> OPEN = Set.of(
            "configure_source /configuration",
            "add_custom_source /configuration",
            "adjust_distribution /adjustment/target",
            "edit_archetype /edits",
            "regenerate /configuration",
            "create_scenario /scenario_config/population_adjustments/age",
            "edit_scenario /scenario_config/population_adjustments/age",
            "run /simulation_config",
            "generate /report_config/branding/colors",
            "customize /report_config/branding/colors");

    record Row(Example example, String place, String need, List<String> wrongValues) {

        @Override
        public String toString() {
            return example + " " + place;
        }
    }

    static Stream<Row> fields() {
        return FIELDS.lines().flatMap(line -> {
            String[] cells = line.split(" ; ", -1);
            return Arrays.stream(cells[0].split(", "))
                    .map(action -> new Row(
                            Example.named(action.strip()), cells[1], cells[2], List.of(cells[3].split(" \\| "))));
        });
    }

    @Test
    void every_field_of_every_action_is_in_the_table() {
        var inExamples = new TreeSet<String>();
        for (Example example : Example.all()) {
            places(example.tree(), "")
                    .filter(place -> !place.isEmpty())
                    .forEach(place -> inExamples.add(example + " " + place));
        }
        inExamples.removeIf(place -> place.startsWith("create_scenario /scenario_config/variable_overrides/1/value/")
                || place.startsWith("edit_scenario /scenario_config/variable_overrides/1/value/"));

        assertThat(fields().map(Row::toString)).containsExactlyInAnyOrderElementsOf(inExamples);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_wrong_value_is_a_problem_of_its_place(Row row) {
        for (String wrong : row.wrongValues) {
            String[] valueAndPlace = wrong.split(" @ ", -1);
            JsonNode payload = row.example.tree();
            set(payload, row.place, Json.tree(lengthened(valueAndPlace[0].strip())));

            assertThat(pointers(row.example, payload))
                    .as(wrong)
                    .containsExactly(valueAndPlace.length == 1 ? row.place : valueAndPlace[1].strip());
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_field_that_is_left_out_is_a_problem_exactly_if_it_is_required(Row row) {
        JsonNode payload = row.example.tree();
        if (row.need.equals("entry")) {
            return;
        }
        JsonPointer place = JsonPointer.compile(row.place);
        ((ObjectNode) payload.at(place.head())).remove(place.last().getMatchingProperty());

        assertThat(pointers(row.example, payload))
                .isEqualTo(row.need.equals("required") ? List.of(row.place) : List.of());
    }

    static Stream<Example> examples() {
        return Example.all().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_unknown_field_is_a_problem_in_every_object_that_is_not_open(Example example) {
        var objects = places(example.tree(), "")
                .filter(place -> example.tree().at(place).isObject())
                .collect(toSet());
        assertThat(objects).contains("");
        for (String object : objects) {
            JsonNode payload = example.tree();
            ((ObjectNode) payload.at(object)).put("surprise", 1);

            assertThat(pointers(example, payload))
                    .as(object)
                    .isEqualTo(OPEN.contains(example + " " + object) ? List.of() : List.of(object + "/surprise"));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void another_action_in_the_payload_is_a_problem(Example example) {
        for (JsonNode wrong : List.of(Json.tree("\"fly\""), Json.tree("5"), Json.tree("null"))) {
            JsonNode payload = example.tree();
            ((ObjectNode) payload).set("action", wrong);

            assertThat(pointers(example, payload)).containsExactly("/action");
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_wrong_field_is_found_in_one_go(Example example) {
        JsonNode payload = example.tree();
        var expected = new HashSet<String>();
        payload.fieldNames().forEachRemaining(name -> expected.add("/" + name));
        expected.forEach(place -> set(payload, place, Json.tree("null")));
        ((ObjectNode) payload).put("surprise", 1);
        expected.add("/surprise");

        assertThat(pointers(example, payload)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> pointers(Example example, JsonNode payload) {
        return example.read(payload)
                .match(
                        action -> List.of(),
                        problems -> problems.stream().map(FieldProblem::pointer).toList());
    }

    private static Stream<String> places(JsonNode node, String at) {
        Stream<String> below = node.isObject()
                ? node.properties().stream().flatMap(entry -> places(entry.getValue(), at + "/" + entry.getKey()))
                : IntStream.range(0, node.size()).boxed().flatMap(i -> places(node.get(i), at + "/" + i));
        return Stream.concat(Stream.of(at), below);
    }

    private static void set(JsonNode payload, String at, JsonNode value) {
        JsonPointer place = JsonPointer.compile(at);
        JsonNode parent = payload.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
    }

    private static String lengthened(String json) {
        return Pattern.compile("\\*(\\d+)")
                .matcher(json)
                .replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }
}
