package io.futureos.studio.render.page;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.model.Annotation;
import io.futureos.studio.report.Chart;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what a report holds while it is read, and refuses one that holds more than {@link Limits} allow. */
final class Extent {

    private final Limits limits;
    private int elements;

    Extent(Limits limits) {
        this.limits = limits;
    }

    /**
     * Counts sections with their charts and remarks, before anything is drawn.
     *
     * @param charts of all sections
     * @throws EngineException if there are too many
     */
    void add(List<Chapter> chapters, List<Chart> charts, List<Annotation> annotations) {
        if (chapters.size() > limits.sections()) {
            throw tooLarge("has " + shown(chapters.size()) + " sections", limits.sections());
        }
        if (charts.size() > limits.charts()) {
            throw tooLarge("has " + shown(charts.size()) + " charts", limits.charts());
        }
        long values = charts.stream().mapToLong(chart -> values(chart.data())).sum();
        if (values > limits.values()) {
            throw tooLarge("has " + shown(values) + " values in its charts", limits.values());
        }
        addElements(annotations.size(), "the remarks");
    }

    /**
     * Counts elements of HTML.
     *
     * @param where they are, for the message
     * @throws EngineException if there are too many by now
     */
    void addElements(int more, String where) {
        elements += more;
        if (elements > limits.elements()) {
            throw tooLarge(
                    "has " + shown(elements)
                            + " or more elements of HTML (paragraphs, rows, cells, pieces in bold and so on) by "
                            + where,
                    limits.elements());
        }
    }

    /** What is empty counts as one, since it takes memory too. */
    private static long values(@Nullable Object data) {
        Collection<?> parts =
                data instanceof Map<?, ?> map ? map.values() : data instanceof Collection<?> list ? list : List.of();
        return Math.max(1, parts.stream().mapToLong(Extent::values).sum());
    }

    private static EngineException tooLarge(String what, int most) {
        return new EngineException(
                "report_too_large",
                "The report " + what + ", and " + shown(most)
                        + " are the most that are written. Choose fewer sections by the "
                        + "action customize, or generate a shorter report.");
    }

    private static String shown(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
