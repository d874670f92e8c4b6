package io.futureos.studio.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import io.futureos.studio.model.InstantText;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads instants in ISO 8601, for example {@code 2025-01-01T12:00:00Z}. */
final class InstantReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws InvalidOpenValueException {
        try {
            return InstantText.read(text);
        } catch (DateTimeParseException e) {
            throw new InvalidOpenValueException(
                    context.getParser(), "expected an instant in ISO 8601, for example 2025-01-01T12:00:00Z");
        }
    }
}
