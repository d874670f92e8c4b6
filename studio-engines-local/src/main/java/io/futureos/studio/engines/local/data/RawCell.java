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
        /** The same where figures have a decimal comma. */
        COMMA,
        /** A day, or a moment of one: Parquet. */
        DAY,
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
        return form == Form.MISSING || (isUntyped() && text.isBlank());
    }

    boolean isUntyped() {
        return form == Form.UNTYPED || form == Form.COMMA;
    }

    /** The text as it would be with a decimal point; what was written with a point where a comma belongs is no figure. */
    String figure() {
        return form != Form.COMMA ? text : text.indexOf('.') < 0 ? text.replace(',', '.') : "";
    }
}
