package io.futureos.studio.storage.memory;

import io.futureos.studio.live.InProcessLive;
import io.futureos.studio.live.Live;
import io.futureos.studio.testkit.contract.LiveContract;

class InProcessLiveTest extends LiveContract {

    @Override
    protected Live newEmptyLive() {
        return InProcessLive.create();
    }
}
