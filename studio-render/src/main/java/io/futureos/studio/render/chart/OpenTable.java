package io.futureos.studio.render.chart;

import io.futureos.studio.render.wording.ChartTerm;
import io.futureos.studio.render.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows any open object as a table: its lists side by side, or one row a field where it has none. */
final class OpenTable {

    private OpenTable() {}

    static DataTable of(OpenFields data, Wording wording) {
        Map<String, List<?>> lists = data.lists();
        return lists.isEmpty() ? rowsByField(data, wording) : columnsByList(lists, wording);
    }

    private static DataTable rowsByField(OpenFields data, Wording wording) {
        var rows = new ArrayList<List<String>>();
        data.fields().forEach((name, value) -> rows.add(List.of(String.valueOf(name), text(value, wording))));
        return new DataTable(List.of("", wording.say(ChartTerm.VALUE)), rows);
    }

    private static DataTable columnsByList(Map<String, List<?>> lists, Wording wording) {
        int length = lists.values().stream().mapToInt(List::size).max().orElse(0);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < length; i++) {
            var row = new ArrayList<String>();
            for (List<?> list : lists.values()) {
                row.add(i < list.size() ? text(list.get(i), wording) : "");
            }
            rows.add(row);
        }
        return new DataTable(List.copyOf(lists.keySet()), rows);
    }

    private static String text(@Nullable Object value, Wording wording) {
        if (value instanceof Number number) {
            return ValueFormat.number(wording).cell(number.doubleValue());
        }
        if (value instanceof Map<?, ?> map) {
            var parts = new ArrayList<String>();
            map.forEach((name, part) -> parts.add(name + ": " + text(part, wording)));
            return String.join(", ", parts);
        }
        if (value instanceof List<?> list) {
            return String.join(
                    ", ", list.stream().map(one -> text(one, wording)).toList());
        }
        return OpenFields.textOf(value);
    }
}
