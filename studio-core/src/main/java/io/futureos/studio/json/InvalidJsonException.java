package io.futureos.studio.json;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document is not JSON, or not the JSON of what was asked for. The message says where and what would be right, but never
 * what the document says there: it may be private.
 */
public final class InvalidJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final int line;
    private final int column;

    InvalidJsonException(String problem, String pointer, int line, int column) {
        super("The JSON is not valid"
                + (line > 0 ? " at line " + line + ", column " + column : "")
                + (pointer.isEmpty() ? "" : " (" + pointer + ")")
                + ": "
                + problem);
        this.pointer = pointer;
        this.line = line;
        this.column = column;
    }

    static InvalidJsonException at(JsonLocation location, String problem) {
        return of(location, "", problem);
    }

    // Not passed on as the cause: what Jackson says quotes the document.
    static InvalidJsonException of(JsonProcessingException e) {
        return of(e.getLocation(), e instanceof JsonMappingException mapping ? pointer(mapping) : "", problem(e));
    }

    /** The line from 1, or 0 if there is no text, or none in particular. */
    public int line() {
        return line;
    }

    /** The column from 1, or 0 if there is no text, or none in particular. */
    public int column() {
        return column;
    }

    /** The JSON pointer of the part of a record that is wrong, for example {@code /scenarios/0/status}; may be empty. */
    public String pointer() {
        return pointer;
    }

    private static InvalidJsonException of(@Nullable JsonLocation location, String pointer, String problem) {
        if (location == null || location.getLineNr() < 1) {
            return new InvalidJsonException(problem, pointer, 0, 0);
        }
        return new InvalidJsonException(problem, pointer, location.getLineNr(), location.getColumnNr());
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof InvalidOpenValueException) {
            return e.getOriginalMessage();
        }
        if (e instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a text, a key or a number is too long";
        }
        if (e instanceof JsonEOFException) {
            return "it ends too early";
        }
        if (e instanceof JsonParseException) {
            return e.getOriginalMessage().startsWith("Duplicate") ? "a key is there twice" : "it is not well-formed";
        }
        if (e instanceof ValueInstantiationException invalid) {
            return "this is not allowed for a "
                    + invalid.getType().getRawClass().getSimpleName();
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "expected a value of type " + mismatch.getTargetType().getSimpleName();
        }
        return "it is not what was expected";
    }

    /** Names only components of records and positions: keys of maps are content. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(InvalidJsonException::step)
                .filter(Objects::nonNull)
                .collect(joining());
    }

    private static @Nullable String step(JsonMappingException.Reference reference) {
        if (reference.getIndex() >= 0) {
            return "/" + reference.getIndex();
        }
        return reference.getFrom() instanceof Class<?> type && type.isRecord() ? "/" + reference.getFieldName() : null;
    }
}
