package io.futureos.studio.engines.local.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table in memory, column by column. Numbers are {@code double[]} with NaN where one is missing; months
 * ({@code YYYY-MM}) and other text are lists with "" where one is missing. Read-only by convention: callers do not write
 * into the arrays.
 */
public final class TableData {

    private final Map<String, double[]> numbers;
    private final Map<String, List<String>> texts;

    public TableData(Map<String, double[]> numbers, Map<String, List<String>> texts) {
        this.numbers = new LinkedHashMap<>(numbers);
        this.texts = new LinkedHashMap<>(texts);
    }

    /**
     * The figures of a column, NaN where one is missing.
     *
     * @throws IllegalArgumentException if there is no such column of numbers
     */
    public double[] numbers(String column) {
        double[] found = numbers.get(column);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no column of numbers \"" + column + "\"; there are " + numbers.keySet());
        }
        return found;
    }

    /**
     * The texts of a column.
     *
     * @throws IllegalArgumentException if there is no such column of text
     */
    public List<String> texts(String column) {
        List<String> found = texts.get(column);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no column of text \"" + column + "\"; there are " + texts.keySet());
        }
        return found;
    }

    @Override
    public String toString() {
        return "numbers " + numbers.keySet() + ", texts " + texts.keySet();
    }
}
