package io.futureos.studio.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Carries a finding of our own, without content, past Jackson. */
final class InvalidOpenValueException extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    InvalidOpenValueException(JsonParser at, String problem) {
        super(at, problem, at.currentTokenLocation());
    }
}
