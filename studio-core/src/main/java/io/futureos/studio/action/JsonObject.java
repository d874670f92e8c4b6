package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the contract's JSON while it is written, in the order of its fields. */
final class JsonObject {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Sets a field, to null too. */
    JsonObject with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** Sets a field, or leaves it out if there is no value. */
    JsonObject withPresent(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    Map<String, Object> toMap() {
        return OpenValue.map(fields);
    }
}
