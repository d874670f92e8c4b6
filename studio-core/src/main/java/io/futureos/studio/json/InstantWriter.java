package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.futureos.studio.model.InstantText;
import java.io.IOException;
import java.time.Instant;

/** Writes instants in ISO 8601 UTC, for example {@code 2025-01-01T12:00:00Z}. */
final class InstantWriter extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantWriter() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeString(InstantText.of(value));
    }
}
