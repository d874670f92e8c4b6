package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.PopulationSynthesizer;
import io.futureos.studio.engines.local.NorwayJourney;
import io.futureos.studio.engines.local.NorwayJourney.Effort;
import io.futureos.studio.engines.local.population.LocalPopulationSynthesizer;
import io.futureos.studio.testkit.engine.PopulationSynthesizerContract;

class LocalPopulationSynthesizerContractTest extends PopulationSynthesizerContract {

    @Override
    protected PopulationSynthesizer engine() {
        return new LocalPopulationSynthesizer(Norway.TABLES);
    }

    @Override
    protected PopulationSynthesizer.Request aRequest() {
        return NorwayJourney.households(Norway.JOURNEY.data(), Effort.LEAST);
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
