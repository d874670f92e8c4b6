package io.futureos.studio.examples.gallery;

import io.futureos.studio.model.ExportFormat;

/** What is photographed of a report: a format, and where a format has two looks, each of them. */
enum Style {
    PDF(ExportFormat.PDF, "pdf", 440, 4),
    HTML_LIGHT(ExportFormat.HTML, "html-light", 440, 4),
    HTML_DARK(ExportFormat.HTML, "html-dark", 440, 4),
    PPTX(ExportFormat.PPTX, "pptx", 440, 4),
    DOCX(ExportFormat.DOCX, "docx", 440, 4);

    private final ExportFormat format;
    private final String label;
    private final int width;
    private final int columns;

    Style(ExportFormat format, String label, int width, int columns) {
        this.format = format;
        this.label = label;
        this.width = width;
        this.columns = columns;
    }

    ExportFormat format() {
        return format;
    }

    /** In the picture's name. */
    String label() {
        return label;
    }

    /** Of a page in the picture, in pixels. */
    int width() {
        return width;
    }

    /** Pages side by side. */
    int columns() {
        return columns;
    }
}
