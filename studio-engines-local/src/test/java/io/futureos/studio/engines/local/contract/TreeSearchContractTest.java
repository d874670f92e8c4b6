package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.Request;
import io.futureos.studio.engines.local.reasoning.TreeSearch;
import io.futureos.studio.engines.local.simulation.LocalSimulationEngine;
import io.futureos.studio.testkit.engine.ReasonerContract;

class TreeSearchContractTest extends ReasonerContract {

    @Override
    protected Reasoner engine() {
        return new TreeSearch(new LocalSimulationEngine(), 4);
    }

    @Override
    protected Request aRequest() {
        return Norway.argument();
    }

    @Override
    protected Request aRequestWithOtherFiguresAfter(String month) {
        return Norway.argumentWithOtherFiguresAfter(month);
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
