package io.futureos.studio.engine;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a forecast at one moment: typed tables with what is known about them.
 *
 * @param content changes exactly when a figure, a variable or the as-of month does
 * @param manifest a JSON document that describes the package completely
 * @param asOf the last month that the tables know, {@code YYYY-MM}; null if none of them has months
 * @param caveats what a reader of the forecast must know, one sentence each
 */
public record DataPackage(
        Fingerprint content,
        BlobKey manifest,
        List<Table> tables,
        List<Variable> variables,
        List<SourceNote> sources,
        List<OverrideNote> overrides,
        @Nullable String asOf,
        List<String> caveats) {

    public DataPackage {
        requireNonNull(content, "content");
        requireNonNull(manifest, "manifest");
        tables = List.copyOf(tables);
        variables = List.copyOf(variables);
        sources = List.copyOf(sources);
        overrides = List.copyOf(overrides);
        caveats = List.copyOf(caveats);
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /**
     * A table, stored as Parquet.
     *
     * @param name the name of the source that it came from
     * @param timeColumn the column with the months, {@code YYYY-MM}; null if the table has none
     * @param duplicateRows how many rows say the same as one before them; null if nobody counted
     */
    public record Table(
            String name,
            BlobKey parquet,
            long rows,
            @Nullable String timeColumn,
            List<ColumnProfile> columns,
            @Nullable Long duplicateRows) {
        public Table {
            columns = List.copyOf(columns);
        }

        /** A table whose duplicate rows nobody counted. */
        public Table(
                String name, BlobKey parquet, long rows, @Nullable String timeColumn, List<ColumnProfile> columns) {
            this(name, parquet, rows, timeColumn, columns, null);
        }
    }

    /**
     * What a column holds.
     *
     * @param type {@code number}, {@code text}, {@code month} or {@code boolean}
     * @param quantiles at 0, 0.25, 0.5, 0.75 and 1; empty unless a number
     * @param duplicates how many cells hold what one before them holds; null if nobody counted
     * @param calendar of a column of months; null of any other
     */
    public record ColumnProfile(
            String name,
            String type,
            long missing,
            long distinct,
            List<Double> quantiles,
            boolean derived,
            @Nullable Long duplicates,
            @Nullable Calendar calendar) {
        public ColumnProfile {
            quantiles = List.copyOf(quantiles);
        }

        /** A profile in which nobody looked for duplicates or at the calendar. */
        public ColumnProfile(
                String name, String type, long missing, long distinct, List<Double> quantiles, boolean derived) {
            this(name, type, missing, distinct, quantiles, derived, null, null);
        }
    }

    /**
     * Which months there are.
     *
     * @param gaps how many months between the first and the last are not there
     * @param firstGap the first of them; null if there is none
     */
    public record Calendar(
            String first, String last, long gaps, @Nullable String firstGap) {}

    /**
     * A quantity that a question can ask about or a scenario can change.
     *
     * @param name unique in the package
     * @param label how people call it; questions are matched against it
     * @param unit {@code share} for a fraction of 1, else for display
     * @param table the table with its months; null for an assumption
     * @param aggregation how months add up to a period
     * @param numerator of a ratio, the column above; null otherwise
     * @param denominator of a ratio, the column below; null otherwise
     * @param value of an assumption, what holds unless a scenario says otherwise; null otherwise
     * @param minimum the smallest sensible value; null if there is no bound
     * @param maximum the largest sensible value; null if there is no bound
     */
    public record Variable(
            String name,
            String label,
            String unit,
            Kind kind,
            @Nullable String table,
            Aggregation aggregation,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable Double value,
            @Nullable Double minimum,
            @Nullable Double maximum) {

        /** Where a variable's values come from. */
        public enum Kind {
            COLUMN,
            DERIVED,
            ASSUMPTION
        }

        /** How months add up to a period. */
        public enum Aggregation {
            RATIO_OF_SUMS,
            SUM,
            MEAN
        }
    }

    /**
     * Where a table came from.
     *
     * @param citation who published the figures, for the report
     * @param rowsAfterAsOf how many rows were left out because they are later than the as-of month
     */
    public record SourceNote(
            String name, String citation, @Nullable String unit, BlobKey raw, long rows, long rowsAfterAsOf) {}

    /**
     * What became of an override.
     *
     * @param original the figure that was replaced; null if there was none or the field is gone
     */
    public record OverrideNote(
            String field,
            @Nullable Object original,
            @Nullable Object value,
            String reason,
            boolean orphaned) {}
}
