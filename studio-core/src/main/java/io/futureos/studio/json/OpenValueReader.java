package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads open values in their normal form, straight from the tokens. */
final class OpenValueReader extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    OpenValueReader() {
        super(Object.class);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return normal(parser, value(parser));
    }

    /** Reads open objects. */
    static final class OfMap extends StdDeserializer<Map<String, Object>> {
        private static final long serialVersionUID = 1L;

        OfMap() {
            super(Map.class);
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the normal form of an object is one
        public Map<String, Object> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartObjectToken()) {
                throw new InvalidOpenValueException(parser, "expected an object");
            }
            return (Map<String, Object>) normal(parser, object(parser));
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new InvalidOpenValueException(
                        parser, "expected null, a boolean, text, a number, a list or an object");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, @Nullable Object>();
        String key = parser.nextFieldName();
        while (key != null) {
            parser.nextToken();
            object.put(key, value(parser));
            key = parser.nextFieldName();
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        var array = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Number whole(JsonParser parser) throws IOException {
        JsonParser.NumberType type = parser.getNumberType();
        if (type == JsonParser.NumberType.INT) {
            return (long) parser.getIntValue();
        }
        BigInteger value = parser.getBigIntegerValue();
        if (value.bitLength() <= 53) {
            return value.longValue();
        }
        // JSONB writes 1e20 with all its zeros; that is as good a double as before.
        double asDouble = value.doubleValue();
        if (Double.isFinite(asDouble) && new BigDecimal(asDouble).toBigInteger().equals(value)) {
            return asDouble;
        }
        throw new InvalidOpenValueException(parser, "a whole number has too many digits; give it as text");
    }

    private static Number fraction(JsonParser parser) throws IOException {
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new InvalidOpenValueException(parser, "a number is too large");
        }
        return value;
    }

    private static @Nullable Object normal(JsonParser parser, @Nullable Object value) throws IOException {
        try {
            return OpenValue.takenOver(value);
        } catch (IllegalArgumentException e) {
            throw notOpen(parser);
        }
    }

    /** What the value's own error says quotes it, so it is not passed on. */
    private static InvalidOpenValueException notOpen(JsonParser parser) {
        return new InvalidOpenValueException(
                parser, "an open value has U+0000, half a surrogate pair or more than 64 levels");
    }
}
