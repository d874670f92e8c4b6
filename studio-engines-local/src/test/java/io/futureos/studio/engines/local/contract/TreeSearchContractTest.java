package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.reasoning.TreeSearch;
import io.futureos.studio.engines.local.simulation.LocalSimulationEngine;

class TreeSearchContractTest extends NorwayReasonerContract {

    @Override
    protected Reasoner engine() {
        return new TreeSearch(new LocalSimulationEngine(Norway.TABLES, Workers.alone()), 4, Norway.TABLES);
    }
}
