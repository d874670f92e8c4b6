package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes doubles, but not those that JSON has no form for; Jackson would make text of them. */
final class FiniteNumberWriter extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteNumberWriter() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider context) throws IOException {
        if (!Double.isFinite(value)) {
            throw JsonMappingException.from(out, "a number must be finite, this one is " + value);
        }
        out.writeNumber(value);
    }
}
