package io.futureos.studio.engines.local.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column's cells are; in a configuration the name in lower case. */
enum ColumnType {
    NUMBER("DOUBLE", "a number; write digits with a decimal point, for example 1234.5"),
    TEXT("VARCHAR", "text"),
    MONTH("VARCHAR", "a month; write YYYY-MM, for example 2024-01"),
    BOOLEAN("BOOLEAN", "true or false");

    private static final Pattern FIGURE = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int MONTH_LENGTH = "YYYY-MM".length();
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    static final List<String> CONFIG_NAMES =
            Arrays.stream(values()).map(ColumnType::configName).toList();

    private final String sql;
    private final String form;

    ColumnType(String sql, String form) {
        this.sql = sql;
        this.form = form;
    }

    String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColumnType ofConfigName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The type of the column in DuckDB and Parquet. */
    String sql() {
        return sql;
    }

    /** What a cell must be and how to write it, for messages. */
    String form() {
        return form;
    }

    /** The same for a cell as its file writes it. */
    String form(RawCell cell) {
        return this == NUMBER && cell.form() == RawCell.Form.COMMA
                ? "a number; write digits with a decimal comma, for example 1234,5, or change the source's decimal_mark"
                : form;
    }

    /** What a cell that fits says: of a figure with its decimal point, of a day its month. */
    String text(RawCell cell) {
        return switch (this) {
            case NUMBER -> cell.figure();
            case MONTH -> cell.form() == RawCell.Form.DAY ? cell.text().substring(0, MONTH_LENGTH) : cell.text();
            case TEXT, BOOLEAN -> cell.text();
        };
    }

    /** Whether a cell that is not missing can be read as this type. */
    boolean fits(RawCell cell) {
        return switch (this) {
            case NUMBER -> isUntypedOr(cell, RawCell.Form.NUMBER) && isFigure(cell.figure());
            case TEXT -> true;
            case MONTH ->
                cell.form() == RawCell.Form.DAY
                        || (isUntypedOr(cell, RawCell.Form.TEXT)
                                && isMonth(cell.text().strip()));
            case BOOLEAN -> isUntypedOr(cell, RawCell.Form.BOOLEAN) && isBoolean(cell.text());
        };
    }

    static boolean isMonth(String text) {
        return YEAR_AND_MONTH.matcher(text).matches();
    }

    private static boolean isUntypedOr(RawCell cell, RawCell.Form form) {
        return cell.isUntyped() || cell.form() == form;
    }

    private static boolean isFigure(String text) {
        String figure = text.strip();
        return FIGURE.matcher(figure).matches() && Double.isFinite(Double.parseDouble(figure));
    }

    private static boolean isBoolean(String text) {
        return text.strip().equals("true") || text.strip().equals("false");
    }
}
