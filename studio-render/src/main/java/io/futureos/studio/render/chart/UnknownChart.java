package io.futureos.studio.render.chart;

/** A chart of a type that nothing here can draw; its data are shown as a table. */
public record UnknownChart(ChartLabels labels, String chartType, DataTable table) implements ChartModel {

    @Override
    public Numbers numbers() {
        return new Numbers(labels.format(), 0);
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    public String finding() {
        return "";
    }
}
