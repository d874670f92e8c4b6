package io.futureos.studio.engines.local.data;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An analyst's desk for tests: a directory with files, and an orchestrator that reads from it. */
final class Desk {

    static final Map<String, Object> CARS = Map.of(
            "path", "cars.csv",
            "citation", "OFV",
            "unit", "cars",
            "time_column", "month",
            "columns",
                    Map.of(
                            "new_cars", Map.of("type", "number", "aggregation", "sum", "minimum", 0),
                            "electric", Map.of("type", "number", "aggregation", "sum", "minimum", 0)),
            "derived",
                    List.of(Map.of(
                            "name", "electric_share",
                            "unit", "share",
                            "operation", "ratio",
                            "of", List.of("electric", "new_cars"))));

    final BlobsInMemory blobs = new BlobsInMemory();
    final LocalDataOrchestrator data;
    private final Path directory;

    Desk(Path directory) {
        this.directory = directory;
        this.data = LocalDataOrchestrator.readingFrom(directory);
    }

    /** Puts a file on the desk. */
    Desk file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Desk file(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PinnedSource pinned(DataSource source) {
        BlobKey raw = data.fetch(source, blobs).raw();
        return new PinnedSource(source, raw);
    }

    DataPackage build(@Nullable String asOf, List<DataOverride> overrides, DataSource... sources) {
        List<PinnedSource> pinned = new ArrayList<>();
        for (DataSource source : sources) {
            pinned.add(pinned(source));
        }
        return data.build(new BuildRequest(pinned, overrides, asOf == null ? null : task(asOf)), blobs);
    }

    /** Builds a package from {@code cars.csv}, which holds {@code csv}. */
    DataPackage buildCars(String csv) {
        return file("cars.csv", csv).build(null, List.of(), cars());
    }

    TableData read(DataPackage built, String table) {
        return PackageTables.read(built.table(table).orElseThrow(), blobs);
    }

    static DataSource cars() {
        return new DataSource("cars", "csv", CARS);
    }

    static PredictionTask task(String asOf) {
        return new PredictionTask(
                "?",
                "electric_share",
                PredictionTask.Comparison.ABOVE,
                0.95,
                "2025-01",
                "2025-12",
                PredictionTask.Occasion.OVER_PERIOD,
                asOf);
    }
}
