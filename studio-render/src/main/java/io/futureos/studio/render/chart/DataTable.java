package io.futureos.studio.render.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Text in rows and columns; the first column names the row. */
public record DataTable(List<String> columns, List<List<String>> rows) {

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The same data as one table or several, each without the columns that are empty in all of its rows. A row on its own
     * stays with those that follow. A table without rows is none.
     */
    public List<DataTable> dense() {
        var tables = new ArrayList<DataTable>();
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            boolean isAlone = i == start + 1;
            if (i == rows.size() || (!isAlone && !filled(rows.get(i)).equals(filled(rows.get(i - 1))))) {
                tables.add(part(rows.subList(start, i)));
                start = i;
            }
        }
        return tables;
    }

    private static List<Integer> filled(List<String> row) {
        return IntStream.range(0, row.size())
                .filter(column -> column == 0 || !row.get(column).isEmpty())
                .boxed()
                .toList();
    }

    private DataTable part(List<List<String>> some) {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(column -> some.stream().anyMatch(row -> filled(row).contains(column)))
                .boxed()
                .toList();
        return new DataTable(
                kept.stream().map(columns::get).toList(),
                some.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    /** The rows beside each other in so many blocks, for a table that is long and narrow. */
    public DataTable folded(int blocks) {
        int length = (rows.size() + blocks - 1) / blocks;
        var folded = new ArrayList<List<String>>();
        for (int i = 0; i < length; i++) {
            var row = new ArrayList<String>();
            for (int at = i; at < length * blocks; at += length) {
                row.addAll(at < rows.size() ? rows.get(at) : Collections.nCopies(columns.size(), ""));
            }
            folded.add(row);
        }
        var heads = new ArrayList<String>();
        for (int block = 0; block < blocks; block++) {
            heads.addAll(columns);
        }
        return new DataTable(heads, folded);
    }
}
