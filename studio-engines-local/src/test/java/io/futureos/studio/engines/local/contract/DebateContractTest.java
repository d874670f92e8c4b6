package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engines.local.reasoning.Debate;

class DebateContractTest extends NorwayReasonerContract {

    @Override
    protected Reasoner engine() {
        return new Debate(Norway.TABLES);
    }
}
