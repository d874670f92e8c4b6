package io.futureos.studio.render.chart;

import java.util.List;

/** Text in rows and columns; the first column names the row. */
public record DataTable(List<String> columns, List<List<String>> rows) {

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
