package io.futureos.studio.storage.memory;

import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.testkit.contract.LiveContract;
import io.futureos.studio.testkit.fault.FaultPlan;
import io.futureos.studio.testkit.fault.FaultyLive;

class FaultlessLiveTest extends LiveContract {

    @Override
    protected Live newEmptyLive() {
        return new FaultyLive(InProcessLive.create(), FaultPlan.never());
    }
}
