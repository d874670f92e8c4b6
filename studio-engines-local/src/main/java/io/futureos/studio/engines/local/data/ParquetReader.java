package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads Parquet through DuckDB. Rows are counted from 1, as the format has no lines. */
final class ParquetReader implements RowReader {

    private static final String FILE = "source.parquet";
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE);

    private static final Set<Integer> DAYS = Set.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    @Override
    public void read(byte[] content, String file, RowTaker taker) {
        if (content.length == 0) {
            throw new EngineException("file_empty", file + " is empty; it needs at least one row.");
        }
        try (PrivateDatabase database = PrivateDatabase.open()) {
            Files.write(database.path(FILE), content);
            try (Statement statement = database.connection().createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT * FROM read_parquet(" + database.quoted(FILE) + ")")) {
                handOver(rows, file, taker);
            }
        } catch (SQLException e) {
            throw new EngineException(
                    "parquet_wrong",
                    file
                            + " can't be read as Parquet; check that it is a complete Parquet file, or name its true type.",
                    e);
        } catch (IOException e) {
            throw new EngineException(
                    "no_workspace",
                    file + " could not be unpacked for reading; make room in the temporary directory.",
                    e);
        }
    }

    private static void handOver(ResultSet rows, String file, RowTaker taker) throws SQLException {
        List<String> names = new ArrayList<>();
        List<RawCell.Form> forms = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnName(i));
            forms.add(form(rows.getMetaData().getColumnType(i)));
        }
        taker.columns(names, new Place(file, "row", 0, null));
        long number = 0;
        while (rows.next()) {
            number++;
            List<RawCell> cells = new ArrayList<>(names.size());
            for (int i = 0; i < names.size(); i++) {
                cells.add(cell(rows, i + 1, forms.get(i), number));
            }
            taker.row(cells, new Place(file, "row", number, null));
        }
        if (number == 0) {
            throw new EngineException("file_empty", file + " has columns but no rows; it needs at least one row.");
        }
    }

    private static RawCell cell(ResultSet rows, int index, RawCell.Form form, long row) throws SQLException {
        Object value = rows.getObject(index);
        return value == null ? new RawCell("", RawCell.Form.MISSING, row) : new RawCell(value.toString(), form, row);
    }

    private static RawCell.Form form(int type) {
        if (type == Types.BOOLEAN || type == Types.BIT) {
            return RawCell.Form.BOOLEAN;
        }
        if (DAYS.contains(type)) {
            return RawCell.Form.DAY;
        }
        return NUMBERS.contains(type) ? RawCell.Form.NUMBER : RawCell.Form.TEXT;
    }
}
