package io.futureos.studio.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** JSON as a host would hand it over: whole numbers are Integer or Long, others Double. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    static JsonNode tree(Map<String, Object> object) {
        return MAPPER.valueToTree(object);
    }

    static Map<String, Object> object(String json) {
        return object(tree(json));
    }

    static Map<String, Object> object(JsonNode tree) {
        return MAPPER.convertValue(tree, new TypeReference<>() {});
    }
}
