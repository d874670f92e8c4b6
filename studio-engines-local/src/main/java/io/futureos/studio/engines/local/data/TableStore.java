package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.ColumnProfile;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Profiles tables and stores them as Parquet, in DuckDB. Equal tables give equal bytes. */
final class TableStore implements AutoCloseable {

    private static final String TABLE = "t";
    private static final String FILE = "table.parquet";

    private final PrivateDatabase database = PrivateDatabase.open();
    private final EngineContext context;

    TableStore(EngineContext context) {
        this.context = context;
    }

    DataPackage.Table store(SourceTable table) {
        try {
            load(table);
            List<ColumnProfile> profiles = new ArrayList<>();
            for (Column column : table.columns()) {
                profiles.add(profile(column));
            }
            return new DataPackage.Table(
                    table.name(),
                    context.store(parquet()),
                    table.rows(),
                    table.source().timeColumn().orElse(null),
                    profiles,
                    duplicateRows());
        } catch (SQLException | IOException e) {
            throw new EngineException(
                    "table_not_stored",
                    "The table " + table.name() + " could not be stored as Parquet; make room in memory and in the"
                            + " temporary directory.",
                    e);
        }
    }

    private void load(SourceTable table) throws SQLException {
        database.execute(table.columns().stream()
                .map(column -> PrivateDatabase.identifier(column.name()) + " "
                        + column.spec().type().sql())
                .collect(Collectors.joining(", ", "CREATE OR REPLACE TABLE " + TABLE + " (", ")")));
        try (DuckDBAppender appender = database.connection().createAppender(TABLE)) {
            for (int row = 0; row < table.rows(); row++) {
                appender.beginRow();
                for (Column column : table.columns()) {
                    append(column.get(row), appender);
                }
                appender.endRow();
            }
        }
    }

    private static void append(@Nullable Object value, DuckDBAppender appender) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            appender.append(flag.booleanValue());
        } else {
            appender.append((String) value);
        }
    }

    private long duplicateRows() throws SQLException {
        String sql = "SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT * FROM " + TABLE + ")) FROM " + TABLE;
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private ColumnProfile profile(Column column) throws SQLException {
        String name = PrivateDatabase.identifier(column.name());
        boolean number = column.spec().type() == ColumnType.NUMBER;
        String quantiles = number ? ", quantile_cont(" + name + ", [0, 0.25, 0.5, 0.75, 1])" : "";
        String sql = "SELECT count(*) - count(" + name + "), count(DISTINCT " + name + "), count(" + name + ")"
                + quantiles + " FROM " + TABLE;
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new ColumnProfile(
                    column.name(),
                    column.spec().type().configName(),
                    row.getLong(1),
                    row.getLong(2),
                    number ? doubles(row.getArray(4)) : List.of(),
                    column.isDerived(),
                    row.getLong(3) - row.getLong(2),
                    column instanceof TextColumn months && column.spec().type() == ColumnType.MONTH
                            ? CalendarOf.months(months.texts())
                            : null);
        }
    }

    private static List<Double> doubles(@Nullable Array array) throws SQLException {
        List<Double> doubles = new ArrayList<>();
        if (array != null) {
            for (Object element : (Object[]) array.getArray()) {
                doubles.add((Double) element);
            }
        }
        return doubles;
    }

    private byte[] parquet() throws SQLException, IOException {
        database.execute("COPY " + TABLE + " TO " + database.quoted(FILE) + " (FORMAT parquet, COMPRESSION zstd)");
        byte[] parquet = Files.readAllBytes(database.path(FILE));
        Files.delete(database.path(FILE));
        return parquet;
    }

    @Override
    public void close() {
        database.close();
    }
}
