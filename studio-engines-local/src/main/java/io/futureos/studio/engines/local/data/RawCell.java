package io.futureos.studio.engines.local.data;

import static java.util.Objects.requireNonNull;

/**
 * A cell as a file holds it, before anybody says what it should be.
 *
 * @param text as written; "" if missing
 * @param line where it begins
 */
record RawCell(String text, Form form, long line) {

    /** What the file's format says about a cell. */
    enum Form {
        /** The format does not say: CSV. */
        UNTYPED,
        TEXT,
        NUMBER,
        BOOLEAN,
        MISSING
    }

    RawCell {
        requireNonNull(text, "text");
        requireNonNull(form, "form");
    }

    boolean isMissing() {
        return form == Form.MISSING || (form == Form.UNTYPED && text.isBlank());
    }
}
