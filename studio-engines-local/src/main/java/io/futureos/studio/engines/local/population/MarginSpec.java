package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.config.ConfigObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A margin as the configuration states it: counts in a table of the data package, or shares.
 *
 * @param dimensions one or two names; a table has a column of text for each
 * @param table null if the shares are given
 * @param count the table's column with the counts
 * @param shares in the order of the categories, row by row for two dimensions; empty if a table is named
 */
@SuppressWarnings("ArrayRecordComponent") // Bulk figures, handed on and never compared.
record MarginSpec(
        String name, List<String> dimensions, @Nullable String table, String count, double[] shares, String pointer) {

    static MarginSpec read(ConfigObject config) {
        config.allowing("name", "dimensions", "table", "count", "shares");
        List<String> dimensions = config.texts("dimensions");
        if (dimensions.isEmpty()
                || dimensions.size() > 2
                || dimensions.stream().distinct().count() < dimensions.size()) {
            throw config.wrong("dimensions", dimensions, "one or two different dimensions");
        }
        if (config.has("table") == config.has("shares")) {
            throw config.wrong("table", config.has("table") ? "given beside shares" : null, "either a table or shares");
        }
        String table = config.has("table") ? config.text("table") : null;
        return new MarginSpec(
                config.text("name", String.join(" by ", dimensions)),
                dimensions,
                table,
                table == null ? "" : config.text("count"),
                config.flatNumbers("shares", 0, Double.MAX_VALUE),
                config.pointer("shares"));
    }
}
