package io.futureos.studio.engines.local.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.util.Map;

/**
 * JSON that is the same, byte for byte, for equal open values: keys sorted, whole numbers without a fraction, and others
 * in the shortest form that reads back as the same double. The writer is Jackson's own, as {@code Double.toString} gives
 * other digits before Java 19 than after it.
 */
final class CanonicalJson {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CanonicalJson() {}

    static byte[] bytes(Map<String, ?> value) {
        try {
            return MAPPER.writeValueAsBytes(OpenValue.map(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An open value can always be written as JSON", e);
        }
    }

    static Map<String, Object> read(byte[] json) throws IOException {
        return OpenValue.map(MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {}));
    }
}
