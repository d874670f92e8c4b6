package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.config.ConfigObject;
import io.futureos.studio.engines.local.config.Spelling;
import java.util.List;

/**
 * One attribute of the households.
 *
 * @param categories in their order; empty until they were found in the margins' tables
 * @param ordered whether the order of the categories means something, as with ages and incomes
 */
record DimensionSpec(String name, String label, List<String> categories, boolean ordered) {

    /** A household keeps a category as one unsigned byte. */
    static final int MAX_CATEGORIES = 255;

    DimensionSpec {
        categories = List.copyOf(categories);
        if (categories.size() > MAX_CATEGORIES) {
            throw new EngineException(
                    "dimension_too_fine",
                    "Dimension \"" + name + "\" has " + categories.size() + " categories; at most " + MAX_CATEGORIES
                            + " are possible.");
        }
        if (categories.stream().distinct().count() != categories.size()) {
            throw new EngineException(
                    "category_twice", "Dimension \"" + name + "\" names a category twice: " + categories + ".");
        }
    }

    static DimensionSpec read(ConfigObject config) {
        config.allowing("name", "label", "categories", "ordered");
        String name = config.text("name");
        return new DimensionSpec(
                name, config.text("label", name), config.texts("categories"), config.flag("ordered", true));
    }

    DimensionSpec withCategories(List<String> found) {
        return new DimensionSpec(name, label, found, ordered);
    }

    /** The index of a category; {@code where} says for the error message who asks for it. */
    int category(String category, String where) {
        int index = categories.indexOf(category);
        if (index < 0) {
            throw new EngineException(
                    "category_unknown",
                    where + " names \"" + category + "\", which is no category of \"" + name + "\""
                            + Spelling.hint(category, categories) + ".");
        }
        return index;
    }
}
