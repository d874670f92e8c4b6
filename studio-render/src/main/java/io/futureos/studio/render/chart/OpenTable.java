package io.futureos.studio.render.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows any open object as a table: its lists side by side, or one row a field where it has none. */
final class OpenTable {

    private OpenTable() {}

    static DataTable of(OpenFields data) {
        Map<String, List<?>> lists = data.lists();
        return lists.isEmpty() ? rowsByField(data) : columnsByList(lists);
    }

    private static DataTable rowsByField(OpenFields data) {
        var rows = new ArrayList<List<String>>();
        data.fields().forEach((name, value) -> rows.add(List.of(String.valueOf(name), text(value))));
        return new DataTable(List.of("", "Value"), rows);
    }

    private static DataTable columnsByList(Map<String, List<?>> lists) {
        int length = lists.values().stream().mapToInt(List::size).max().orElse(0);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < length; i++) {
            var row = new ArrayList<String>();
            for (List<?> list : lists.values()) {
                row.add(i < list.size() ? text(list.get(i)) : "");
            }
            rows.add(row);
        }
        return new DataTable(List.copyOf(lists.keySet()), rows);
    }

    static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return ValueFormat.NUMBER.cell(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            var parts = new ArrayList<String>();
            map.forEach((name, part) -> parts.add(name + ": " + text(part)));
            return String.join(", ", parts);
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(OpenTable::text).toList());
        }
        return OpenFields.textOf(value);
    }
}
