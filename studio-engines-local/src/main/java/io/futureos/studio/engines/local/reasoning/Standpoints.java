package io.futureos.studio.engines.local.reasoning;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.List;

/** How the target's series was seen from the end of each of its last months. */
final class Standpoints {

    /** Older months are no guide to how the series moves now, and would only cost time. */
    private static final int LONGEST = 240;

    private final int from;
    private final List<Standpoint> points = new ArrayList<>();

    /** @throws EngineException {@code history_too_short} */
    Standpoints(Question question) {
        MonthlySeries history = question.history();
        if (history.known() < Standpoint.LEAST_MONTHS) {
            throw new EngineException(
                    "history_too_short",
                    "An argument about \"" + question.variable().name() + "\" needs at least "
                            + Standpoint.LEAST_MONTHS + " months with a figure, but up to "
                            + Months.text(history.last()) + " there are " + history.known() + ".");
        }
        int start = Math.max(history.first(), history.last() - LONGEST + 1);
        while (history.upTo(start).known() < Standpoint.LEAST_MONTHS) {
            start++;
        }
        this.from = start;
        for (int month = start; month <= history.last(); month++) {
            points.add(new Standpoint(question.variable(), history.upTo(month)));
        }
    }

    /** The first month at which enough was known. */
    int from() {
        return from;
    }

    int to() {
        return from + points.size() - 1;
    }

    Standpoint at(int month) {
        return points.get(month - from);
    }
}
