package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.DataOrchestrator;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.NorwayFixture;
import io.futureos.studio.engines.local.data.LocalDataOrchestrator;
import io.futureos.studio.model.DataOverride;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.testkit.engine.DataOrchestratorContract;
import java.util.List;

class LocalDataOrchestratorContractTest extends DataOrchestratorContract {

    @Override
    protected DataOrchestrator engine() {
        return LocalDataOrchestrator.readingFrom(NorwayFixture.FOLDER);
    }

    @Override
    protected List<DataSource> sources() {
        return NorwayFixture.template().sources();
    }

    @Override
    protected PredictionTask aTask() {
        return NorwayFixture.task("2023-12");
    }

    @Override
    protected DataOverride anOverride() {
        return new DataOverride("new_cars.battery_electric[2023-01]", 1_500, "a late correction");
    }
}
