package io.futureos.studio.render.page;

import io.futureos.studio.model.Annotation;
import io.futureos.studio.model.ReportConfig;
import io.futureos.studio.report.Chart;
import io.futureos.studio.report.ReportExporter;
import io.futureos.studio.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A section of the report with the remarks that people made about it. */
record Chapter(ReportSection section, List<Annotation> annotations) {

    Chapter {
        annotations = List.copyOf(annotations);
    }

    /**
     * The sections that the configuration names, or else its template, in that order; all of them if neither names one that
     * the report has.
     */
    static List<Chapter> of(ReportExporter.Request request) {
        List<ReportSection> all = request.report().content().sections();
        List<ReportSection> chosen = request.config().shownSections().stream()
                .flatMap(type -> all.stream().filter(section -> isNamed(section, type)))
                .distinct()
                .toList();
        var chapters = new ArrayList<Chapter>();
        for (ReportSection section : chosen.isEmpty() ? all : chosen) {
            chapters.add(new Chapter(section, annotationsOf(section, request.annotations())));
        }
        return chapters;
    }

    /** What the user asked for and the report does not have. */
    static List<String> missing(ReportExporter.Request request) {
        return request.config().sections().stream()
                .distinct()
                .filter(name ->
                        request.report().content().sections().stream().noneMatch(section -> isNamed(section, name)))
                .toList();
    }

    /** The remarks whose section is not shown; they must not get lost. */
    static List<Annotation> unplaced(List<Chapter> chapters, List<Annotation> annotations) {
        return annotations.stream()
                .filter(annotation ->
                        chapters.stream().noneMatch(chapter -> isNamed(chapter.section(), annotation.section())))
                .toList();
    }

    List<Chart> charts(ReportConfig config) {
        return config.includeCharts() ? section.charts() : List.of();
    }

    private static List<Annotation> annotationsOf(ReportSection section, List<Annotation> annotations) {
        return annotations.stream()
                .filter(annotation -> isNamed(section, annotation.section()))
                .toList();
    }

    private static boolean isNamed(ReportSection section, String name) {
        String wanted = folded(name);
        return folded(section.type()).equals(wanted) || folded(section.title()).equals(wanted);
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
