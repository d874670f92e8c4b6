package io.futureos.studio.engines.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engine.SimulationEngine.SimulationRun;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.BlobsInMemory;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.population.Populations;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A run is the same run however it is interrupted, and whoever works on it. */
class RunPropertyTest {

    private static final int HORIZON = 9;
    private static final NorwayFixture NORWAY = new NorwayFixture();
    private static final BlobsInMemory BLOBS = new BlobsInMemory();
    private static final Population POPULATION = Populations.norwegian(NORWAY, BLOBS, 500);
    private static final LocalSimulationEngine ENGINE = new LocalSimulationEngine(NORWAY::read);

    private record Lived(List<Frame> frames, Outcome outcome) {}

    @Property(tries = 60)
    void steps_shocks_and_resumptions_in_any_order_give_the_run_that_was_never_interrupted(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 9) Integer> deeds) {
        Request request = request(Map.of("charging_access", 0.9), List.of(new Shock(2, "vat_exemption", -0.2)));
        SimulationRun run = ENGINE.start(request, BLOBS);
        var frames = new ArrayList<Frame>();
        var shocks = new ArrayList<>(request.shocks());
        for (int deed : deeds) {
            if (deed < 5 && run.tick() < HORIZON) {
                frames.add(run.step(BLOBS));
            } else if (deed < 8 && run.tick() < HORIZON) {
                int tick = run.tick() + 1 + deed % (HORIZON - run.tick());
                var shock =
                        new Shock(tick, deed == 5 ? "charging_access" : "vat_exemption", deed == 7 ? 0.1 : -0.1 * deed);
                run.inject(shock);
                shocks.add(shock);
            } else {
                run = engine(deed).resume(request, run.checkpoint(), BLOBS);
            }
        }
        finish(run, frames);

        assertThat(new Lived(frames, Objects.requireNonNull(run.outcome())))
                .isEqualTo(lived(ENGINE, request(Map.of("charging_access", 0.9), shocks)));
    }

    /** Another process knows nothing of what this one calibrated. */
    private static LocalSimulationEngine engine(int deed) {
        return deed == 9 ? new LocalSimulationEngine(NORWAY::read) : ENGINE;
    }

    @Example
    void frames_outcome_and_hindcasts_are_the_same_with_any_number_of_threads() {
        Request request = request(Map.of("vat_exemption", 0), List.of());
        List<String> origins = List.of("2021-03", "2023-06");
        Lived alone = lived(new LocalSimulationEngine(NORWAY::read), request);
        List<Hindcast> hindcasts = ENGINE.hindcast(request, origins, 4, BLOBS);
        for (int threads : new int[] {1, 2, 5}) {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            try {
                var engine = new LocalSimulationEngine(NORWAY::read, Workers.of(pool, threads));

                assertThat(lived(engine, request)).as("%s threads", threads).isEqualTo(alone);
                assertThat(engine.hindcast(request, origins, 4, BLOBS))
                        .as("%s threads", threads)
                        .isEqualTo(hindcasts);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static Lived lived(LocalSimulationEngine engine, Request request) {
        SimulationRun run = engine.start(request, BLOBS);
        var frames = new ArrayList<Frame>();
        finish(run, frames);
        return new Lived(frames, Objects.requireNonNull(run.outcome()));
    }

    private static void finish(SimulationRun run, List<Frame> frames) {
        while (run.tick() < run.totalTicks()) {
            frames.add(run.step(BLOBS));
        }
    }

    private static Request request(Map<String, Object> overrides, List<Shock> shocks) {
        Map<String, Object> config = new LinkedHashMap<>(NorwayFixture.simulationConfig());
        config.put("replicates", 12);
        return new Request(
                NorwayFixture.task("2024-12"),
                NORWAY.data("2024-12"),
                POPULATION,
                overrides,
                Map.of(),
                shocks,
                config,
                HORIZON,
                7);
    }
}
