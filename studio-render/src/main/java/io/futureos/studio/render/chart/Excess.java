package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a chart has more of than a picture can show, or memory hold. */
final class Excess {

    /** Of lines, areas or bars side by side; Office shows no more either. */
    private static final int MOST_SERIES = 200;

    /** Of what stands in a row, such as bars. */
    private static final int MOST_ITEMS = 2_000;

    /** Of points of all series together, when short ones were filled up. */
    private static final long MOST_POINTS = 100_000;

    private static final List<String> ITEMS =
            List.of("categories", "items", "edges", "counts", "densities", "marks", "points", "nodes", "steps");

    private Excess() {}

    /** As {@code 5,000 series}, by the names that the fields of a chart's data have; empty if it can be drawn. */
    static Optional<String> of(OpenFields data, Wording wording) {
        List<OpenFields> series = data.objects("series");
        List<OpenFields> bands = data.objects("bands");
        int count = series.size() + bands.size();
        if (count > MOST_SERIES) {
            return said(count, "series", wording);
        }
        for (String items : ITEMS) {
            if (data.size(items) > MOST_ITEMS) {
                return said(data.size(items), items, wording);
            }
        }
        long length = Stream.concat(series.stream(), bands.stream())
                .mapToInt(one -> Math.max(one.size("values"), Math.max(one.size("lower"), one.size("upper"))))
                .max()
                .orElse(0);
        long points = Math.max(length, data.size("x")) * (series.size() + 2L * bands.size());
        return points > MOST_POINTS ? said(points, "points", wording) : Optional.empty();
    }

    private static Optional<String> said(long count, String what, Wording wording) {
        return Optional.of(wording.number(String.format(Locale.ROOT, "%,d", count)) + " " + what);
    }
}
