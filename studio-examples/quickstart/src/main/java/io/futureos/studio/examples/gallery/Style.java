package io.futureos.studio.examples.gallery;

import io.futureos.studio.model.ExportFormat;

/** What is photographed of a report: a format, and where a format has two looks, each of them. */
enum Style {
    PDF(ExportFormat.PDF, "pdf"),
    HTML_LIGHT(ExportFormat.HTML, "html-light"),
    HTML_DARK(ExportFormat.HTML, "html-dark"),
    PPTX(ExportFormat.PPTX, "pptx"),
    DOCX(ExportFormat.DOCX, "docx");

    private final ExportFormat format;
    private final String label;

    Style(ExportFormat format, String label) {
        this.format = format;
        this.label = label;
    }

    ExportFormat format() {
        return format;
    }

    /** In the picture's name. */
    String label() {
        return label;
    }
}
