package io.futureos.studio.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.futureos.studio.action.PopulationAction.ResizePopulation;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestReadingTest {

    private static final String REQUEST = """
            {"project_id": "0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11",
             "user_id": "7D0B8F4E-93B1-4A9E-8A53-0F2D0E6B4C22",
             "workbench": "population",
             "action": "resize_population",
             "payload": {"target_size": 20000}}""";

    @Test
    void a_request_says_who_asks_what_of_which_project() {
        assertThat(ActionReader.readRequest(Json.object(REQUEST)))
                .isEqualTo(new Reading.Read<>(new WorkbenchRequest(
                        ProjectId.of("0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11"),
                        UserId.of("7d0b8f4e-93b1-4a9e-8a53-0f2d0e6b4c22"),
                        new ResizePopulation(20_000))));
    }

    @ParameterizedTest
    @MethodSource("io.futureos.studio.action.Example#all")
    void every_action_can_be_requested(Example example) {
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        request.put("workbench", example.action().workbench().wireName());
        request.put("action", example.action().name());
        request.set("payload", example.tree());

        assertThat(ActionReader.readRequest(Json.object(request)).<Object>match(WorkbenchRequest::action, p -> p))
                .isEqualTo(example.action());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            project_id ; 5                    ; /project_id
            project_id ; "p-42"               ; /project_id
            user_id    ; null                 ; /user_id
            workbench  ; "kitchen"            ; /workbench
            workbench  ; 5                    ; /workbench
            workbench  ; "data"               ; /action
            action     ; "resize"             ; /action
            action     ; 5                    ; /action
            payload    ; []                   ; /payload
            payload    ; null                 ; /payload
            payload    ; {}                   ; /payload/target_size
            payload    ; {"target_size": 0}   ; /payload/target_size
            payload    ; {"target_size": 5, "action": "regenerate"} ; /payload/action
            payload    ; {"target_size": 5, "size": 6}              ; /payload/size
            surprise   ; 1                    ; /surprise
            """)
    void a_wrong_field_is_a_problem_of_its_place(String field, String value, String place) {
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        request.set(field, Json.tree(value));

        assertThat(pointers(request)).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource({"project_id", "user_id", "workbench", "action", "payload"})
    void every_field_is_required(String field) {
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        request.remove(field);

        assertThat(pointers(request)).containsExactly("/" + field);
    }

    @Test
    void problems_of_request_and_payload_are_found_together() {
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        request.put("user_id", "me").put("extra", true);
        request.set("payload", Json.tree("{\"target_sise\": 5}"));

        assertThat(ActionReader.readRequest(Json.object(request)))
                .isEqualTo(
                        new Reading.Invalid<>(
                                List.of(
                                        new FieldProblem(
                                                "/user_id",
                                                "is the text \"me\"",
                                                "Give a UUID such as 0b1c9f0e-5d5c-4c53-9d0a-3f8f0a6f2c11."),
                                        new FieldProblem(
                                                "/payload/target_size",
                                                "is missing",
                                                "Give a whole number from 1 to 2,000,000."),
                                        new FieldProblem(
                                                "/payload/target_sise",
                                                "is not a field here",
                                                "The nearest field is target_size; known are action, target_size."),
                                        new FieldProblem(
                                                "/extra",
                                                "is not a field here",
                                                "The nearest field is user_id; known are project_id, user_id, workbench, action, command_id, base_revision, payload."))));
    }

    private static List<String> pointers(ObjectNode request) {
        return ActionReader.readRequest(Json.object(request))
                .match(
                        read -> List.of(),
                        problems -> problems.stream().map(FieldProblem::pointer).toList());
    }
}
