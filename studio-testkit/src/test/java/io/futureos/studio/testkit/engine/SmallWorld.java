package io.futureos.studio.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.Fingerprint;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two years of one figure, and what can be asked about it. */
final class SmallWorld {

    static final RecordingContext BLOBS = new RecordingContext();
    private static final String END = "9999-12";

    private SmallWorld() {}

    static SimulationEngine.Request simulation() {
        return simulation(END);
    }

    static SimulationEngine.Request simulation(String lastCommonMonth) {
        return new SimulationEngine.Request(
                task(), data(lastCommonMonth), population(), Map.of(), Map.of(), List.of(), Map.of("paths", 3), 6, 7);
    }

    static PredictionTask task() {
        return new PredictionTask(
                "Will y be above a half?",
                "y",
                PredictionTask.Comparison.ABOVE,
                0.5,
                "2025-01",
                "2025-06",
                PredictionTask.Occasion.OVER_PERIOD,
                "2024-12");
    }

    static DataPackage data(String lastCommonMonth) {
        String lines = IntStream.range(0, 24)
                .mapToObj(i -> line(YearMonth.of(2023, 1).plusMonths(i).toString(), i, lastCommonMonth))
                .collect(Collectors.joining("\n"));
        BlobKey table = BLOBS.store(lines.getBytes(UTF_8));
        return new DataPackage(
                table.value(),
                table,
                List.of(new DataPackage.Table("figures", table, 24, "month", List.of())),
                List.of(variable("y"), variable("x")),
                List.of(),
                List.of(),
                "2024-12",
                List.of());
    }

    private static String line(String month, int i, String lastCommonMonth) {
        return month + " " + (month.compareTo(lastCommonMonth) > 0 ? 0.9 : 0.1 + i / 100.0);
    }

    private static Variable variable(String name) {
        return new Variable(
                name,
                name,
                "share",
                Variable.Kind.COLUMN,
                "figures",
                Variable.Aggregation.MEAN,
                null,
                null,
                null,
                0.0,
                1.0);
    }

    static Population population() {
        return new Population(
                Fingerprint.of("nobody"),
                BLOBS.store(new byte[] {1}),
                1,
                List.of(),
                List.of(new Population.Archetype("a1", "Everybody", 1, Map.of())),
                new Population.Network(0, 0, 0),
                new Population.Fit(0, 0, List.of()),
                List.of());
    }
}
