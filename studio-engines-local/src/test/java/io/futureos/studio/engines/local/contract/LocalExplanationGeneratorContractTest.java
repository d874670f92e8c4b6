package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.ExplanationGenerator;
import io.futureos.studio.engines.local.NorwayJourney.Effort;
import io.futureos.studio.engines.local.explain.LocalExplanationGenerator;
import io.futureos.studio.testkit.engine.ExplanationGeneratorContract;

class LocalExplanationGeneratorContractTest extends ExplanationGeneratorContract {

    @Override
    protected ExplanationGenerator engine() {
        return new LocalExplanationGenerator(Norway.TABLES);
    }

    @Override
    protected ExplanationGenerator.Request aRequest() {
        return Norway.JOURNEY.telling(Norway.ENGINES, Effort.LEAST);
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
