package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner;
import io.futureos.studio.engine.Reasoner.Request;
import io.futureos.studio.engines.local.reasoning.Debate;
import io.futureos.studio.testkit.engine.ReasonerContract;

class DebateContractTest extends ReasonerContract {

    @Override
    protected Reasoner engine() {
        return new Debate();
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
