package io.futureos.studio.engines.local.population;

import io.futureos.studio.engines.local.config.ConfigObject;
import java.util.Map;

/**
 * A profile of means that ties one dimension to another, for example cars to income.
 *
 * @param by the dimension along which the mean varies; the table has a column of text of this name
 * @param value the table's column with the profile; only its shape counts
 * @param of the dimension whose mean varies
 * @param levels by category of {@code of}, the number that it stands for
 */
record TargetMeanSpec(String name, String table, String by, String value, String of, Map<String, Double> levels) {

    static TargetMeanSpec read(ConfigObject config) {
        config.allowing("name", "table", "by", "value", "of", "levels");
        String by = config.text("by");
        String of = config.text("of");
        if (by.equals(of)) {
            throw config.wrong("of", of, "another dimension than \"by\"");
        }
        return new TargetMeanSpec(
                config.text("name", "mean " + of + " by " + by),
                config.text("table"),
                by,
                config.text("value"),
                of,
                config.object("levels").numbers(-1e9, 1e9));
    }
}
