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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames through DuckDB: columns {@code tick} and {@code period}, then every figure of the frames by name; figures
 * within figures get a dotted name. A frame without a figure has none in its row.
 */
public final class LocalFrameExporter implements FrameExporter {

    private static final Provenance PROVENANCE = new Provenance("local frame exporter", "1");
    private static final String TABLE = "frames";
    private static final String FILE = "frames.out";

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public byte[] export(List<Frame> frames, DataFormat format) {
        List<Row> rows = frames.stream().map(Row::of).toList();
        try (PrivateDatabase database = PrivateDatabase.open()) {
            load(database, rows);
            database.execute("COPY " + TABLE + " TO " + database.quoted(FILE) + " (" + options(format) + ")");
            return Files.readAllBytes(database.path(FILE));
        } catch (SQLException | IOException e) {
            throw new EngineException(
                    "frames_not_written",
                    "The frames could not be written as " + format + "; make room in the temporary directory.",
                    e);
        }
    }

    private static String options(DataFormat format) {
        return switch (format) {
            case CSV -> "FORMAT csv, HEADER true";
            case JSON -> "FORMAT json, ARRAY true";
            case PARQUET -> "FORMAT parquet, COMPRESSION zstd";
        };
    }

    private static void load(PrivateDatabase database, List<Row> rows) throws SQLException {
        var names = new TreeSet<String>();
        rows.forEach(row -> names.addAll(row.figures().keySet()));
        database.execute(names.stream()
                .map(name -> ", " + PrivateDatabase.identifier(name) + " DOUBLE")
                .collect(Collectors.joining("", "CREATE TABLE " + TABLE + " (tick INTEGER, period VARCHAR", ")")));
        try (DuckDBAppender appender = database.connection().createAppender(TABLE)) {
            for (Row row : rows) {
                appender.beginRow();
                appender.append(row.tick());
                appender.append(row.period());
                for (String name : names) {
                    append(appender, row.figures().get(name));
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

    /** A frame with its figures side by side. */
    private record Row(int tick, String period, Map<String, Double> figures) {

        static Row of(Frame frame) {
            var figures = new TreeMap<String, Double>();
            flatten("", frame.values(), figures);
            return new Row(frame.tick(), frame.period(), figures);
        }

        private static void flatten(String prefix, Map<?, ?> values, Map<String, Double> figures) {
            for (Map.Entry<?, ?> entry : values.entrySet()) {
                String name = prefix + entry.getKey();
                if (entry.getValue() instanceof Number number) {
                    figures.put(name, number.doubleValue());
                } else if (entry.getValue() instanceof Map<?, ?> inner) {
                    flatten(name + ".", inner, figures);
                }
            }
        }
    }
}
