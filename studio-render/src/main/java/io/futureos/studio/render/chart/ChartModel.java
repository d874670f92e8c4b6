package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.Wording;

/** A chart whose data was understood as far as it could be. */
public sealed interface ChartModel
        permits LineChart,
                IntervalChart,
                BarChart,
                HistogramChart,
                TornadoChart,
                ReliabilityChart,
                GraphChart,
                WaterfallChart,
                UnknownChart {

    ChartLabels labels();

    /** How the chart says what no engine wrote. */
    default Wording wording() {
        return labels().format().wording();
    }

    /** Whether there is at least one value to draw. */
    boolean hasValues();

    /** How the chart's values are written. */
    Numbers numbers();

    /** The same data as a table, complete, with all names in full. */
    DataTable table();

    /** What the data say, in a sentence or two; only asked for if there are values. */
    String finding();

    /** The finding for who can't see the chart: as its author put it, else as the data say it. */
    default String alt() {
        return labels().alt().isBlank() && hasValues() ? finding() : labels().alt();
    }
}
