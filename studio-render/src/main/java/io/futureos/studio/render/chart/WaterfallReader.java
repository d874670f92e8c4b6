package io.futureos.studio.render.chart;

import io.futureos.studio.render.chart.WaterfallChart.Bar;
import io.futureos.studio.render.chart.WaterfallChart.Kind;
import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds up the steps of a waterfall. What they leave open on the way to the end becomes a step of its own. */
final class WaterfallReader {

    private final ChartLabels labels;
    private final OpenFields data;
    private final List<Bar> bars = new ArrayList<>();
    private double level;

    WaterfallReader(ChartLabels labels, OpenFields data) {
        this.labels = labels;
        this.data = data;
    }

    WaterfallChart read() {
        OpenFields start = OpenFields.of(data.fields().get("start"));
        level = start.optionalNumber("value").orElse(0);
        if (start.optionalNumber("value").isPresent()) {
            addTotal(named(start, ChartTerm.START));
        }
        List<OpenFields> steps = data.objects("steps");
        steps.forEach(this::addStep);
        if (!bars.isEmpty() || data.fields().get("end") instanceof Map) {
            addEnd(OpenFields.of(data.fields().get("end")));
        }
        return new WaterfallChart(labels, bars);
    }

    private void addStep(OpenFields step) {
        if (step.isTrue("subtotal")) {
            addTotal(step.text("name"));
            return;
        }
        double change = step.number("change");
        bars.add(new Bar(step.text("name"), Kind.STEP, level, level + change));
        level += Double.isNaN(change) ? 0 : change;
    }

    private void addEnd(OpenFields end) {
        double value = end.optionalNumber("value").orElse(level);
        double rest = value - level;
        if (Math.abs(rest) > 1e-9 * Math.max(Math.abs(value), Math.abs(level))) {
            bars.add(new Bar(say(ChartTerm.UNEXPLAINED), Kind.STEP, level, value));
        }
        level = value;
        addTotal(named(end, ChartTerm.END));
    }

    private void addTotal(String name) {
        bars.add(new Bar(name, Kind.TOTAL, 0, level));
    }

    private String named(OpenFields fields, Term otherwise) {
        return fields.text("name").isEmpty() ? say(otherwise) : fields.text("name");
    }

    private String say(Term term) {
        return labels.format().wording().say(term);
    }
}
