package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engines.local.ensemble.LocalEnsembleAggregator;
import io.futureos.studio.testkit.engine.EnsembleAggregatorContract;

class LocalEnsembleAggregatorContractTest extends EnsembleAggregatorContract {

    @Override
    protected EnsembleAggregator engine() {
        return new LocalEnsembleAggregator(Norway.TABLES);
    }

    @Override
    protected EnsembleAggregator.Request aRequest() {
        return Norway.JOURNEY.pool();
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
