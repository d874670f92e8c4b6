package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads whole numbers, also from {@code 1.0} and {@code 1e3}; never rounds, never reads text. */
final class WholeNumberReader {

    private WholeNumberReader() {}

    static final class OfInt extends StdScalarDeserializer<Integer> {
        private static final long serialVersionUID = 1L;

        OfInt() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            long value = whole(parser);
            if (value != (int) value) {
                throw new InvalidOpenValueException(parser, "expected a whole number of at most 2^31 - 1");
            }
            return (int) value;
        }
    }

    static final class OfLong extends StdScalarDeserializer<Long> {
        private static final long serialVersionUID = 1L;

        OfLong() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return whole(parser);
        }
    }

    private static long whole(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
                return (long) value;
            }
        }
        throw new InvalidOpenValueException(parser, "expected a whole number");
    }
}
