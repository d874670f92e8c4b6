package io.futureos.studio.render.chart;

/** A chart whose data was understood as far as it could be. */
public sealed interface ChartModel permits LineChart, IntervalChart, BarChart, UnknownChart {

    ChartLabels labels();

    /** Whether there is at least one value to draw. */
    boolean hasValues();

    /** How the chart's values are written. */
    Numbers numbers();

    /** The same data as a table, complete and in the order given. */
    DataTable table();
}
