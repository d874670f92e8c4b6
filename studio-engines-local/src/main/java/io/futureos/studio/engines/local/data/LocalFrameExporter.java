package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames through DuckDB: columns {@code tick} and {@code period}, then every figure of the frames by name. A frame
 * without a figure has none in its row.
 */
public final class LocalFrameExporter implements FrameExporter {

    private static final Provenance PROVENANCE = new Provenance("local frame exporter", "2");
    private static final String TABLE = "frames";
    private static final String FILE = "frames.out";
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n].*";

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public byte[] export(List<Frame> frames, DataFormat format) {
        try (PrivateDatabase database = PrivateDatabase.open()) {
            load(database, frames, text -> written(text, format));
            database.execute("COPY " + TABLE + " TO " + database.quoted(FILE) + " (" + options(format) + ")");
            return Files.readAllBytes(database.path(FILE));
        } catch (SQLException | IOException e) {
            throw new EngineException(
                    "frames_not_written",
                    "The frames could not be written as " + format + "; make room in the temporary directory.",
                    e);
        }
    }

    /** A spreadsheet that opens a CSV takes some text for a formula; an apostrophe in front says that it is text. */
    private static String written(String text, DataFormat format) {
        return format == DataFormat.CSV && text.matches(FORMULA) ? "'" + text : text;
    }

    private static String options(DataFormat format) {
        return switch (format) {
            case CSV -> "FORMAT csv, HEADER true";
            case JSON -> "FORMAT json, ARRAY true";
            case PARQUET -> "FORMAT parquet, COMPRESSION zstd";
        };
    }

    private static void load(PrivateDatabase database, List<Frame> frames, UnaryOperator<String> written)
            throws SQLException {
        List<Map<List<String>, Double>> rows =
                frames.stream().map(FrameColumns::figures).toList();
        Map<List<String>, String> columns = FrameColumns.names(rows, List.of("tick", "period"), written);
        database.execute(columns.values().stream()
                .map(name -> ", " + PrivateDatabase.identifier(name) + " DOUBLE")
                .collect(Collectors.joining("", "CREATE TABLE " + TABLE + " (tick INTEGER, period VARCHAR", ")")));
        try (DuckDBAppender appender = database.connection().createAppender(TABLE)) {
            for (int i = 0; i < rows.size(); i++) {
                appender.beginRow();
                appender.append(frames.get(i).tick());
                appender.append(written.apply(frames.get(i).period()));
                for (List<String> place : columns.keySet()) {
                    append(appender, rows.get(i).get(place));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Double figure) throws SQLException {
        if (figure == null) {
            appender.appendNull();
        } else {
            appender.append(figure.doubleValue());
        }
    }
}
