package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables of a data package back from Parquet. */
public final class PackageTables {

    private static final String FILE = "table.parquet";

    private PackageTables() {}

    /**
     * The whole table: its columns of numbers, with NaN where one is missing; its columns of months, text and booleans
     * ({@code true}, {@code false}) as text, with "" where one is missing. Rows are in the package's order, by month in a
     * table that has months.
     *
     * @throws EngineException if the stored bytes are not the table that the package describes
     */
    public static TableData read(DataPackage.Table table, EngineContext context) {
        byte[] parquet = context.read(table.parquet());
        try (PrivateDatabase database = PrivateDatabase.open()) {
            Files.write(database.path(FILE), parquet);
            return select(table, database);
        } catch (SQLException e) {
            throw new EngineException(
                    "table_unreadable",
                    "The stored table " + table.name() + " can't be read (" + PrivateDatabase.firstLine(e)
                            + "); build the data package again.",
                    e);
        } catch (IOException e) {
            throw new EngineException(
                    "no_workspace",
                    "The table " + table.name() + " could not be unpacked; make room in the temporary directory.",
                    e);
        }
    }

    private static TableData select(DataPackage.Table table, PrivateDatabase database) throws SQLException {
        var columns = new ArrayList<Column>();
        for (ColumnProfile profile : table.columns()) {
            columns.add(
                    profile.type().equals("number")
                            ? new Numbers(profile.name(), Math.toIntExact(table.rows()))
                            : new Texts(profile.name()));
        }
        String sql = table.columns().stream()
                .map(column -> PrivateDatabase.identifier(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " FROM read_parquet(" + database.quoted(FILE) + ")"));
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            for (int row = 0; rows.next(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).take(rows, i + 1, row);
                }
            }
        }
        var numbers = new LinkedHashMap<String, double[]>();
        var texts = new LinkedHashMap<String, List<String>>();
        columns.forEach(column -> column.addTo(numbers, texts));
        return new TableData(numbers, texts);
    }

    private interface Column {
        void take(ResultSet rows, int index, int row) throws SQLException;

        void addTo(Map<String, double[]> numbers, Map<String, List<String>> texts);
    }

    private static final class Numbers implements Column {
        private final String name;
        private final double[] values;

        Numbers(String name, int rows) {
            this.name = name;
            this.values = new double[rows];
        }

        @Override
        public void take(ResultSet rows, int index, int row) throws SQLException {
            double value = rows.getDouble(index);
            values[row] = rows.wasNull() ? Double.NaN : value;
        }

        @Override
        public void addTo(Map<String, double[]> numbers, Map<String, List<String>> texts) {
            numbers.put(name, values);
        }
    }

    private static final class Texts implements Column {
        private final String name;
        private final List<String> values = new ArrayList<>();

        Texts(String name) {
            this.name = name;
        }

        @Override
        public void take(ResultSet rows, int index, int row) throws SQLException {
            String value = rows.getString(index);
            values.add(value == null ? "" : value);
        }

        @Override
        public void addTo(Map<String, double[]> numbers, Map<String, List<String>> texts) {
            texts.put(name, List.copyOf(values));
        }
    }
}
