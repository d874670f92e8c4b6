package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.DataOrchestrator.BuildRequest;
import io.futureos.studio.engine.DataOrchestrator.PinnedSource;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engines.local.LocalEngines;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.NorwayJourney;
import io.futureos.studio.engines.local.NorwayJourney.Effort;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.testkit.engine.RecordingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Requests to local engines, and the blobs that they refer to. Made once: nobody changes them. */
final class Norway {

    static final LocalEngines ENGINES = LocalEngines.readingFrom(NorwayFixture.FOLDER);
    static final TableSource TABLES = new RecentTables();
    static final RecordingContext BLOBS = new RecordingContext();
    static final NorwayJourney JOURNEY = NorwayJourney.through(ENGINES, BLOBS, Effort.LEAST);

    private Norway() {}

    static SimulationEngine.Request simulation() {
        return JOURNEY.simulation(Effort.LEAST);
    }

    /** What reasoners are asked about, with past probabilities from two origins. */
    static Reasoner.Request argument() {
        return new Reasoner.Request(simulation(), JOURNEY.graph(), List.of(0.1, 0.2), List.of("2022-03", "2024-06"));
    }

    static Reasoner.Request argumentWithOtherFiguresAfter(String month) {
        SimulationEngine.Request known = simulation();
        return new Reasoner.Request(
                new SimulationEngine.Request(
                        known.task(),
                        dataWithOtherFiguresAfter(month),
                        known.population(),
                        known.variableOverrides(),
                        known.populationAdjustments(),
                        known.shocks(),
                        known.config(),
                        known.horizon(),
                        known.seed()),
                argument().graph(),
                argument().effect(),
                argument().origins());
    }

    /** The same sources with fewer electric cars, but up to {@code month}. */
    static DataPackage dataWithOtherFiguresAfter(String month) {
        List<PinnedSource> pinned = NorwayFixture.template().sources().stream()
                .map(source -> new PinnedSource(source, changedAfter(month, source)))
                .toList();
        PredictionTask task = JOURNEY.task();
        return ENGINES.dataOrchestrator().build(new BuildRequest(pinned, List.of(), task), BLOBS);
    }

    private static BlobKey changedAfter(String month, DataSource source) {
        BlobKey raw = ENGINES.dataOrchestrator().fetch(source, BLOBS).raw();
        if (!source.name().equals("new_cars")) {
            return raw;
        }
        String changed = new String(BLOBS.read(raw), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.compareTo(month + "-") < 0 || line.startsWith(month) || line.startsWith("month")
                        ? line
                        : line.substring(0, line.lastIndexOf(',')) + ",17")
                .collect(Collectors.joining("\n", "", "\n"));
        return BLOBS.store(changed.getBytes(StandardCharsets.UTF_8));
    }
}
