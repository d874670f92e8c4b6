package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.futureos.studio.model.OpenValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contract's JSON of records and open values ({@link OpenValue}).
 *
 * <p>Names are in snake_case, constants in lower case, instants in ISO 8601 UTC; an id is its text. A record component that
 * may be null is left out if it is; in open values null stays, at any depth. Equal values give equal bytes on any JVM.
 *
 * <p>Reading refuses a key that is there twice, anything after the document's end, a missing or null component that must
 * not be null, and documents of more than 10 MB. It ignores components that the record does not have, so that older
 * versions can read what newer ones add. All methods may be used by several threads.
 */
public final class StudioJson {

    /** The largest document that is read, in bytes of UTF-8: 10 MB. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonConventions.newMapper();
    private static final JsonFactory OWN = JsonConventions.newFactory(256 * 1024 * 1024);
    private static final ObjectWriter PRETTY =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    private static final JavaType OPEN = MAPPER.constructType(Object.class);
    private static final ObjectReader OPEN_READER = MAPPER.readerFor(OPEN);

    private StudioJson() {}

    /**
     * The JSON text of a record or an open value.
     *
     * @throws IllegalArgumentException if it holds something that JSON has no form for, for example an infinite number
     */
    public static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    /** The JSON of a record or an open value in UTF-8; else like {@link #write(Object)}. */
    public static byte[] writeBytes(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    /**
     * Writes the JSON of a record or an open value in UTF-8; {@code out} is flushed and stays open.
     *
     * @throws IOException if {@code out} cannot be written
     * @throws IllegalArgumentException if the value holds something that JSON has no form for
     */
    public static void write(@Nullable Object value, OutputStream out) throws IOException {
        try {
            MAPPER.writeValue(out, value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    /** The JSON text of a record or an open value over several lines, for people; else like {@link #write(Object)}. */
    public static String writePretty(@Nullable Object value) {
        try {
            return PRETTY.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    /**
     * Reads any JSON as an open value in its normal form.
     *
     * @throws InvalidJsonException if it is not well-formed, too large, or nothing that {@link OpenValue} can hold
     */
    public static @Nullable Object read(String json) {
        refuseLargerThan(MAX_BYTES, json.length());
        return read(() -> MAPPER.createParser(json), OPEN_READER);
    }

    /**
     * Reads an object that this library wrote and stored itself, up to 256 MB.
     *
     * @throws InvalidJsonException if it is damaged
     */
    @SuppressWarnings("unchecked") // the keys of a JSON object are text
    public static Map<String, Object> readOwn(String json) {
        if (read(() -> OWN.createParser(json), OPEN_READER) instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new InvalidJsonException("expected an object", "", 0, 0);
    }

    /** Reads any JSON in UTF-8; else like {@link #read(String)}. */
    public static @Nullable Object read(byte[] json) {
        refuseLargerThan(MAX_BYTES, json.length);
        return read(() -> MAPPER.createParser(json), OPEN_READER);
    }

    /**
     * Reads a record from JSON in UTF-8.
     *
     * @throws InvalidJsonException if it is not well-formed, too large, or not what {@code type} holds
     */
    public static <T> T read(byte[] json, Class<T> type) {
        refuseLargerThan(MAX_BYTES, json.length);
        return present(type.cast(read(() -> MAPPER.createParser(json), MAPPER.readerFor(type))), type);
    }

    /**
     * The record as an open value, in its normal form: what reading its JSON would give.
     *
     * @throws IllegalArgumentException if it holds something that JSON has no form for, or is not a JSON object
     */
    public static Map<String, Object> toOpen(Object value) {
        Object open = convert(value, OPEN);
        if (open instanceof Map<?, ?> map) {
            return OpenValue.map(map);
        }
        throw new IllegalArgumentException(value.getClass().getName() + " is not an object in JSON");
    }

    /**
     * A record from an open value; the reverse of {@link #toOpen}.
     *
     * @throws InvalidJsonException if the value is not what {@code type} holds
     */
    public static <T> T fromOpen(@Nullable Object openValue, Class<T> type) {
        return present(type.cast(convert(openValue, MAPPER.constructType(type))), type);
    }

    private static @Nullable Object convert(@Nullable Object value, JavaType type) {
        try {
            return MAPPER.convertValue(value, type);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof JsonProcessingException cause) {
                throw InvalidJsonException.of(cause);
            }
            throw e;
        }
    }

    private static @Nullable Object read(Source source, ObjectReader reader) {
        try (JsonParser parser = source.open()) {
            if (parser.nextToken() == null) {
                throw InvalidJsonException.at(parser.currentLocation(), "there is nothing");
            }
            Object value = reader.readValue(parser);
            if (parser.nextToken() != null) {
                throw InvalidJsonException.at(parser.currentTokenLocation(), "there is something after the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw InvalidJsonException.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be read", e);
        }
    }

    private static <T> T present(@Nullable T value, Class<T> type) {
        if (value == null) {
            throw new InvalidJsonException("expected " + type.getSimpleName() + ", but it is null", "", 0, 0);
        }
        return value;
    }

    private static void refuseLargerThan(int limit, int size) {
        if (size > limit) {
            throw new InvalidJsonException(
                    "a document may have " + limit + " bytes, this one has " + size + " or more", "", 0, 0);
        }
    }

    private static IllegalArgumentException notWritable(@Nullable Object value, JsonProcessingException cause) {
        String what = value == null ? "null" : value.getClass().getName();
        return new IllegalArgumentException(what + " can't be written as JSON: " + cause.getOriginalMessage(), cause);
    }

    private interface Source {
        JsonParser open() throws IOException;
    }
}
