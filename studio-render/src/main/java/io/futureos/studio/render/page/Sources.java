package io.futureos.studio.render.page;

import io.futureos.studio.render.wording.Term;
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
        return names.isEmpty() ? "" : wording.say(Term.SOURCES, String.join("; ", names));
    }

    private String words(Origin origin) {
        String name = origin.name().isEmpty() ? "" : " \"" + origin.name() + "\"";
        return switch (origin.kind()) {
            case QUESTION -> wording.say(Term.FROM_QUESTION);
            case ROW -> wording.say(Term.FROM_ROW, name);
            case DATA -> wording.say(Term.FROM_DATA);
            case GRAPH -> wording.say(Term.FROM_GRAPH);
            case POPULATION -> wording.say(Term.FROM_POPULATION);
            case SCENARIO -> wording.say(Term.FROM_SCENARIO, name);
            case RUN -> wording.say(Term.FROM_RUN, name);
            case FORECAST -> wording.say(Term.FROM_FORECAST, name);
            case BACKTEST -> wording.say(Term.FROM_BACKTEST, name);
            case COMPARISON -> wording.say(Term.FROM_COMPARISON);
            case RESOLUTION -> wording.say(Term.FROM_RESOLUTION);
            case REASONING -> wording.say(Term.FROM_REASONING, name);
            case ENGINE -> wording.say(Term.FROM_ENGINE);
            case CONVENTION -> throw new IllegalArgumentException("a convention is no source");
        };
    }
}
