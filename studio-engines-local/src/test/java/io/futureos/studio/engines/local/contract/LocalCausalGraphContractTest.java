package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.CausalGraphEngine;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engines.local.causal.LocalCausalGraph;
import io.futureos.studio.testkit.engine.CausalGraphEngineContract;
import java.util.List;

class LocalCausalGraphContractTest extends CausalGraphEngineContract {

    @Override
    protected CausalGraphEngine engine() {
        return new LocalCausalGraph(Norway.TABLES);
    }

    @Override
    protected CausalGraphEngine.Request aRequest() {
        return new CausalGraphEngine.Request(Norway.JOURNEY.data(), List.of());
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
