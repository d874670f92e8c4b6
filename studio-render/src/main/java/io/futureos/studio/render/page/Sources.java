package io.futureos.studio.render.page;

import io.futureos.studio.render.wording.SourceTerm;
import io.futureos.studio.render.wording.Wording;
import io.futureos.studio.report.BoundNumber;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.Origin;
import io.futureos.studio.report.ReportSection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Says in words where the numbers of a chapter came from. */
public final class Sources {

    private final GeneratedReport report;
    private final Wording wording;

    public Sources(GeneratedReport report, Wording wording) {
        this.report = report;
        this.wording = wording;
    }

    /** Empty if nobody said where they came from. */
    public String of(String chapter) {
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
        return names.isEmpty() ? "" : wording.say(SourceTerm.SOURCES, String.join("; ", names));
    }

    private String words(Origin origin) {
        String name = origin.name().isEmpty() ? "" : " " + wording.say(SourceTerm.NAME, origin.name());
        return switch (origin.kind()) {
            case QUESTION -> wording.say(SourceTerm.FROM_QUESTION);
            case ROW -> wording.say(SourceTerm.FROM_ROW, name);
            case DATA -> wording.say(SourceTerm.FROM_DATA);
            case GRAPH -> wording.say(SourceTerm.FROM_GRAPH);
            case POPULATION -> wording.say(SourceTerm.FROM_POPULATION);
            case SCENARIO -> wording.say(SourceTerm.FROM_SCENARIO, name);
            case RUN -> wording.say(SourceTerm.FROM_RUN, name);
            case FORECAST -> wording.say(SourceTerm.FROM_FORECAST, name);
            case BACKTEST -> wording.say(SourceTerm.FROM_BACKTEST, name);
            case COMPARISON -> wording.say(SourceTerm.FROM_COMPARISON);
            case RESOLUTION -> wording.say(SourceTerm.FROM_RESOLUTION);
            case REASONING -> wording.say(SourceTerm.FROM_REASONING, name);
            case ENGINE -> wording.say(SourceTerm.FROM_ENGINE);
            case CONVENTION -> throw new IllegalArgumentException("a convention is no source");
        };
    }
}
