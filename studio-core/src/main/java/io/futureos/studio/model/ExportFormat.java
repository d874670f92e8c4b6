package io.futureos.studio.model;

/** The file formats of an exported report. */
public enum ExportFormat {
    PDF,
    PPTX,
    HTML,
    DOCX
}
