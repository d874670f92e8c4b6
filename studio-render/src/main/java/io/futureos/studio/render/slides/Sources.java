package io.futureos.studio.render.slides;

import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Says in words where the numbers of a chapter came from. */
final class Sources {

    private final GeneratedReport report;

    Sources(GeneratedReport report) {
        this.report = report;
    }

    /** Empty if nobody said where they came from. */
    String of(String chapter) {
        Set<String> names = new LinkedHashSet<>();
        for (ReportSection section : report.content().sections()) {
            if (section.title().equals(chapter)) {
                for (BoundNumber number : section.numbers()) {
                    number.origins().stream()
                            .filter(origin -> origin.kind() != Origin.Kind.CONVENTION)
                            .forEach(origin -> names.add(words(origin)));
                }
            }
        }
        return names.isEmpty() ? "" : "The numbers come from " + String.join("; ", names) + ".";
    }

    private static String words(Origin origin) {
        String name = origin.name().isEmpty() ? "" : " \"" + origin.name() + "\"";
        return switch (origin.kind()) {
            case QUESTION -> "the question";
            case ROW -> "the table" + name;
            case DATA -> "what is known about the data";
            case GRAPH -> "the causal graph";
            case POPULATION -> "the synthetic population";
            case SCENARIO -> "what the scenario" + name + " changes";
            case RUN -> "the simulation of" + name;
            case FORECAST -> "the pooled forecast of" + name;
            case BACKTEST -> "the backtest of" + name;
            case COMPARISON -> "the comparison of the scenarios";
            case RESOLUTION -> "how the question turned out";
            case REASONING -> "what the reasoners said of" + name;
            case ENGINE -> "the list of the engines";
            case CONVENTION -> throw new IllegalArgumentException("a convention is no source");
        };
    }
}
