package io.futureos.studio.engines.local.population;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Population;
import io.futureos.studio.engine.PopulationSynthesizer.Request;
import io.futureos.studio.engines.local.NorwayFixture;
import java.util.Map;

/** Populations to test with. */
public final class Populations {

    private Populations() {}

    /** So many households after the quickstart's template. */
    public static Population norwegian(NorwayFixture norway, EngineContext context, int size) {
        var request =
                new Request(norway.data("2024-12"), NorwayFixture.populationConfig(), Map.of(), Map.of(), size, 1);
        return new LocalPopulationSynthesizer(norway::read).synthesize(request, context);
    }
}
