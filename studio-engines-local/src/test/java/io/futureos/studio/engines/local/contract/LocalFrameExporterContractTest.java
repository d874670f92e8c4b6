package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engines.local.data.LocalFrameExporter;
import io.futureos.studio.testkit.engine.FrameExporterContract;

class LocalFrameExporterContractTest extends FrameExporterContract {

    @Override
    protected FrameExporter engine() {
        return new LocalFrameExporter();
    }
}
