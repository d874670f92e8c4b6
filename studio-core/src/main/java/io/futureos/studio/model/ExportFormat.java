package io.futureos.studio.model;

import java.util.Locale;

/** The file formats of an exported report. */
public enum ExportFormat {
    PDF,
    PPTX,
    HTML,
    DOCX;

    /** The name in the contract's JSON, for example {@code pdf}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
