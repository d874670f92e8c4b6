package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.Reasoner.Request;
import io.futureos.studio.testkit.engine.ReasonerContract;

/** What every reasoner promises, asked about Norway. */
abstract class NorwayReasonerContract extends ReasonerContract {

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
