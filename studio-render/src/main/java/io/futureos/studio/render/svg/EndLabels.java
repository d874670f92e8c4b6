package io.futureos.studio.render.svg;

import io.futureos.studio.render.svg.Canvas.Anchor;
import io.futureos.studio.render.svg.Canvas.Paint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labels at the right ends of lines, moved apart where they would overlap. */
final class EndLabels {

    static final double SPACING = 15;

    private final List<EndLabel> labels = new ArrayList<>();

    private record EndLabel(double y, String text, Paint paint) {}

    void add(double y, String text, Paint paint) {
        labels.add(new EndLabel(y, text, paint));
    }

    void draw(Canvas canvas, double x, double top, double bottom) {
        labels.sort(Comparator.comparingDouble(EndLabel::y));
        double[] y = labels.stream().mapToDouble(EndLabel::y).toArray();
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], i == 0 ? top : y[i - 1] + SPACING);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? bottom : y[i + 1] - SPACING);
        }
        for (int i = 0; i < y.length; i++) {
            EndLabel label = labels.get(i);
            canvas.text(x, y[i] + 4, label.text(), Anchor.START, label.paint(), true);
        }
    }
}
