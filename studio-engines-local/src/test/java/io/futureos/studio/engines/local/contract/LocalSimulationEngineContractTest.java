package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.SimulationEngine;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.engines.local.parallel.Workers;
import io.futureos.studio.engines.local.simulation.LocalSimulationEngine;
import io.futureos.studio.model.Shock;
import io.futureos.studio.testkit.engine.SimulationEngineContract;

class LocalSimulationEngineContractTest extends SimulationEngineContract {

    @Override
    protected SimulationEngine engine() {
        return new LocalSimulationEngine(Norway.TABLES, Workers.alone());
    }

    @Override
    protected Request aRequest() {
        return Norway.simulation();
    }

    @Override
    protected Shock aShock() {
        return new Shock(4, "vat_exemption", -0.5);
    }

    @Override
    protected Request aRequestWithOtherFiguresAfter(String month) {
        Request request = aRequest();
        return new Request(
                request.task(),
                Norway.dataWithOtherFiguresAfter(month),
                request.population(),
                request.variableOverrides(),
                request.populationAdjustments(),
                request.shocks(),
                request.config(),
                request.horizon(),
                request.seed());
    }

    @Override
    protected EngineContext blobs() {
        return Norway.BLOBS;
    }
}
