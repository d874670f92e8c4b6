package io.futureos.studio.engines.local.data;

import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.workflow.CanonicalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text, months and booleans, as they are written; null where one is missing. */
final class TextColumn extends Column {
    private final Map<String, String> distinct = new HashMap<>();
    private List<@Nullable String> values = new ArrayList<>();

    TextColumn(ColumnSpec spec) {
        super(spec, false);
    }

    @Nullable
    String text(int row) {
        return values.get(row);
    }

    /** All cells in their order. */
    List<@Nullable String> texts() {
        return Collections.unmodifiableList(values);
    }

    @Override
    void addMissing() {
        values.add(null);
    }

    @Override
    void addText(String text, Place place) {
        values.add(distinct.computeIfAbsent(text.strip(), own -> own));
    }

    @Override
    void reorder(int[] order) {
        List<@Nullable String> ordered = new ArrayList<>(order.length);
        for (int row : order) {
            ordered.add(values.get(row));
        }
        values = ordered;
    }

    @Override
    @Nullable
    Object get(int row) {
        String text = values.get(row);
        return text != null && spec().type() == ColumnType.BOOLEAN ? Boolean.valueOf(text) : text;
    }

    @Override
    @Nullable
    String set(int row, @Nullable Object value) {
        boolean fits = value == null
                || switch (spec().type()) {
                    case BOOLEAN -> value instanceof Boolean;
                    case MONTH -> value instanceof String month && ColumnType.isMonth(month);
                    case TEXT, NUMBER -> value instanceof String;
                };
        if (!fits) {
            return "the column holds " + spec().type().configName() + "s; give "
                    + spec().type().form();
        }
        values.set(row, value == null ? null : value.toString());
        return null;
    }

    @Override
    Fingerprint fingerprint() {
        return CanonicalJson.fingerprint(values);
    }
}
