package io.futureos.studio.runtime;

import io.futureos.studio.report.ReportSection;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Tells how far an exporter is by the sections of the report. Exporters go from section to section and tell a fraction, so
 * that what was just written is known as well as the sections are of the same length.
 */
final class SectionProgress implements DoubleConsumer {

    private static final int LONGEST_TITLE = 60;

    private final List<ReportSection> sections;
    private final Told told;

    SectionProgress(List<ReportSection> sections, Told told) {
        this.sections = sections;
        this.told = told;
    }

    /** Who is told. */
    @FunctionalInterface
    interface Told {
        void progress(String phase, double fraction);
    }

    @Override
    public void accept(double fraction) {
        double within = fraction > 0 ? Math.min(1, fraction) : 0; // what is no number becomes 0 too
        int section = (int) (within * sections.size());
        String phase = section < sections.size() ? "writing " + shown(sections.get(section).title()) : "written";
        told.progress(phase, within);
    }

    /** On one line, and not too long for it. */
    private static String shown(String title) {
        String line = title.replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return "a section";
        }
        return line.codePointCount(0, line.length()) > LONGEST_TITLE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…"
                : line;
    }
}
