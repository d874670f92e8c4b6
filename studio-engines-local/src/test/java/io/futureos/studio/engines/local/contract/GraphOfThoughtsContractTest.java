package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engines.local.reasoning.GraphOfThoughts;

class GraphOfThoughtsContractTest extends NorwayReasonerContract {

    @Override
    protected Reasoner engine() {
        return new GraphOfThoughts(Norway.TABLES);
    }
}
