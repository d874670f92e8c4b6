package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engines.local.data.TableData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** Finds the categories and the margins of a configuration in the tables of a data package. */
final class MarginReader {

    private final Function<String, TableData> tables;

    MarginReader(Function<String, TableData> tables) {
        this.tables = tables;
    }

    /** The space of all households, with categories in the order of the configuration or of their first appearance. */
    CellSpace space(PopulationConfig config) {
        var complete = new ArrayList<DimensionSpec>();
        for (DimensionSpec dimension : config.dimensions()) {
            complete.add(
                    dimension.categories().isEmpty() ? dimension.withCategories(found(dimension, config)) : dimension);
        }
        return new CellSpace(complete);
    }

    private List<String> found(DimensionSpec dimension, PopulationConfig config) {
        var found = new LinkedHashSet<String>();
        for (MarginSpec margin : config.margins()) {
            if (margin.table() != null && margin.dimensions().contains(dimension.name())) {
                found.addAll(texts(margin.table(), dimension.name()));
            }
        }
        if (found.isEmpty()) {
            throw new EngineException(
                    "categories_missing",
                    "Dimension \"" + dimension.name()
                            + "\" has no categories: list them, or give a margin from a table.");
        }
        return List.copyOf(found);
    }

    Margin margin(MarginSpec spec, CellSpace space) {
        String where = "Margin \"" + spec.name() + "\"";
        int[] dimensions = spec.dimensions().stream()
                .mapToInt(name -> space.dimension(name, where))
                .toArray();
        int cells = Arrays.stream(dimensions).map(space::categories).reduce(1, (a, b) -> a * b);
        double[] counts = spec.table() == null ? spec.shares() : counted(spec, spec.table(), dimensions, cells, space);
        if (counts.length != cells) {
            throw new EngineException(
                    "margin_size",
                    spec.pointer() + " has " + counts.length + " numbers; its dimensions have " + cells
                            + " categories.");
        }
        if (!(Arrays.stream(counts).sum() > 0)) {
            throw new EngineException(
                    "margin_empty", where + " is zero everywhere; it must count at least one household.");
        }
        return Margin.ofCounts(spec.name(), dimensions, counts);
    }

    private double[] counted(MarginSpec spec, String table, int[] dimensions, int cells, CellSpace space) {
        double[] counts = new double[cells];
        double[] column = numbers(table, spec.count());
        for (int row = 0; row < column.length; row++) {
            if (!(column[row] >= 0) || Double.isInfinite(column[row])) {
                throw new EngineException(
                        "count_invalid",
                        "Table \"" + table + "\", row " + (row + 1) + ", column \"" + spec.count() + "\" is "
                                + column[row] + "; a margin counts with numbers of 0 or more.");
            }
            int cell = 0;
            for (int dimension : dimensions) {
                DimensionSpec along = space.dimension(dimension);
                String where = "Table \"" + table + "\", row " + (row + 1);
                cell = cell * space.categories(dimension)
                        + along.category(texts(table, along.name()).get(row), where);
            }
            counts[cell] += column[row];
        }
        return counts;
    }

    /** The profile of a target mean: one value by category of its {@code by} dimension. */
    double[] profile(TargetMeanSpec spec, DimensionSpec by) {
        double[] profile = new double[by.categories().size()];
        Arrays.fill(profile, Double.NaN);
        List<String> keys = texts(spec.table(), by.name());
        double[] values = numbers(spec.table(), spec.value());
        for (int row = 0; row < values.length; row++) {
            profile[by.category(keys.get(row), "Table \"" + spec.table() + "\", row " + (row + 1))] = values[row];
        }
        for (int category = 0; category < profile.length; category++) {
            if (!(profile[category] >= 0) || Double.isInfinite(profile[category])) {
                throw new EngineException(
                        "profile_incomplete",
                        "Table \"" + spec.table() + "\" has no usable \"" + spec.value() + "\" for " + by.name() + " \""
                                + by.categories().get(category) + "\"; every category needs a number of 0 or more.");
            }
        }
        return profile;
    }

    private double[] numbers(String table, String column) {
        try {
            return tables.apply(table).numbers(column);
        } catch (IllegalArgumentException e) {
            throw columnMissing(table, e);
        }
    }

    private List<String> texts(String table, String column) {
        try {
            return tables.apply(table).texts(column);
        } catch (IllegalArgumentException e) {
            throw columnMissing(table, e);
        }
    }

    private static EngineException columnMissing(String table, IllegalArgumentException cause) {
        return new EngineException("column_missing", "Table \"" + table + "\": " + cause.getMessage() + ".", cause);
    }
}
