package io.futureos.studio.render.svg;

import io.futureos.studio.render.chart.LineChart;
import io.futureos.studio.render.chart.Series;
import io.futureos.studio.render.svg.Canvas.Anchor;
import java.util.List;

/** Finds where the label of a horizontal line covers the fewest points of the chart: left or right, above or below. */
record FreePlace(LineChart chart, XAxis x, Scale y) {

    /** Where to write: the baseline's y, and x with its anchor. */
    record Place(double x, double y, Anchor anchor) {}

    Place forLabel(double lineY, double width, double left, double right) {
        var candidates = List.of(
                new Place(left + 4, lineY - 6, Anchor.START),
                new Place(left + 4, lineY + 15, Anchor.START),
                new Place(right - 4, lineY + 15, Anchor.END),
                new Place(right - 4, lineY - 6, Anchor.END));
        Place best = candidates.get(0);
        long fewest = Long.MAX_VALUE;
        for (Place candidate : candidates) {
            boolean isInside = candidate.y() - 10 >= y.end() - 10 && candidate.y() <= y.start();
            long covered = isInside ? covered(candidate, width) : Long.MAX_VALUE;
            if (covered < fewest) {
                best = candidate;
                fewest = covered;
            }
        }
        return best;
    }

    private long covered(Place place, double width) {
        double from = place.anchor() == Anchor.START ? place.x() : place.x() - width;
        return chart.allSeries()
                .mapToLong(series -> covered(series, from, from + width, place.y()))
                .sum();
    }

    private long covered(Series series, double from, double to, double baseline) {
        long covered = 0;
        for (int i = 0; i < series.values().size(); i++) {
            if (series.has(i) && x.at(i) >= from - 4 && x.at(i) <= to + 4) {
                double at = y.at(series.values().get(i));
                covered += at >= baseline - 13 && at <= baseline + 5 ? 1 : 0;
            }
        }
        return covered;
    }
}
