package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engines.local.data.FrameColumns.Column;
import io.futureos.studio.model.DataFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames through DuckDB: columns {@code tick} and {@code period}, then every figure of the frames by name, as integers
 * where all are whole and as doubles elsewhere. A frame without a figure has none in its row. The frames are gone through
 * twice, for the columns and for the rows; what does not fit into the database's memory is written to its directory.
 */
public final class LocalFrameExporter implements FrameExporter {

    private static final Provenance PROVENANCE = new Provenance("local frame exporter", "3");
    private static final String MEMORY_LIMIT = "128MB";
    private static final String TABLE = "frames";
    private static final String FILE = "frames.out";

    /** What OWASP says of CSV injection: also wide signs, which a Japanese Excel takes for the narrow ones. */
    private static final Pattern FORMULA =
            Pattern.compile("(?s)[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@＝＋－＠].*");

    /** A Parquet file is written by groups of rows that are in memory as a whole: so many figures. */
    private static final int FIGURES_A_GROUP = 1_000_000;

    private static final int LEAST_ROWS_A_GROUP = 2_048;
    private static final int MOST_ROWS_A_GROUP = 122_880;

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public void export(Iterable<Frame> frames, DataFormat format, OutputStream out) throws IOException {
        try (PrivateDatabase database = PrivateDatabase.open(MEMORY_LIMIT)) {
            write(database, frames, format);
            Files.copy(database.path(FILE), out);
        }
    }

    private static void write(PrivateDatabase database, Iterable<Frame> frames, DataFormat format) {
        UnaryOperator<String> written = text -> written(text, format);
        FrameColumns columns = FrameColumns.of(frames, List.of("tick", "period"), written);
        try {
            load(database, frames, columns, written);
            database.execute(
                    "COPY " + TABLE + " TO " + database.quoted(FILE) + " (" + options(format, columns.columns().size()) + ")");
        } catch (SQLException e) {
            throw new EngineException(
                    "frames_not_written",
                    "The frames could not be written as " + format + " (" + PrivateDatabase.firstLine(e)
                            + "); make room in the temporary directory.",
                    e);
        }
    }

    /** A spreadsheet that opens a CSV takes some text for a formula; an apostrophe in front says that it is text. */
    private static String written(String text, DataFormat format) {
        return format == DataFormat.CSV && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String options(DataFormat format, int columns) {
        return switch (format) {
            case CSV -> "FORMAT csv, HEADER true";
            case JSON -> "FORMAT json, ARRAY true";
            case PARQUET -> "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + rowsAGroup(columns);
        };
    }

    private static int rowsAGroup(int columns) {
        int rows = FIGURES_A_GROUP / (columns + 2);
        return Math.max(LEAST_ROWS_A_GROUP, Math.min(MOST_ROWS_A_GROUP, rows));
    }

    private static void load(
            PrivateDatabase database, Iterable<Frame> frames, FrameColumns columns, UnaryOperator<String> written)
            throws SQLException {
        database.execute(columns.columns().stream()
                .map(LocalFrameExporter::declared)
                .collect(Collectors.joining("", "CREATE TABLE " + TABLE + " (tick INTEGER, period VARCHAR", ")")));
        try (DuckDBAppender appender = database.connection().createAppender(TABLE)) {
            for (Frame frame : frames) {
                appender.beginRow();
                appender.append(frame.tick());
                appender.append(written.apply(frame.period()));
                append(appender, columns.row(frame), columns.columns());
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Number[] row, List<Column> columns)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            append(appender, row[i], columns.get(i));
        }
    }

    private static String declared(Column column) {
        return ", " + PrivateDatabase.identifier(column.name()) + (column.isWhole() ? " BIGINT" : " DOUBLE");
    }

    private static void append(DuckDBAppender appender, @Nullable Number figure, Column column) throws SQLException {
        if (figure == null) {
            appender.appendNull();
        } else if (column.isWhole()) {
            appender.append(figure.longValue());
        } else {
            appender.append(figure.doubleValue());
        }
    }
}
