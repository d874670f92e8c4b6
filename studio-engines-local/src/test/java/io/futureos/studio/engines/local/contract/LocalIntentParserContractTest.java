package io.futureos.studio.engines.local.contract;

import io.futureos.studio.engine.IntentParser;
import io.futureos.studio.engines.local.NorwayJourney;
import io.futureos.studio.engines.local.intent.LocalIntentParser;
import io.futureos.studio.testkit.engine.IntentParserContract;

class LocalIntentParserContractTest extends IntentParserContract {

    @Override
    protected IntentParser engine() {
        return new LocalIntentParser();
    }

    @Override
    protected IntentParser.Request aRequest() {
        return NorwayJourney.question(Norway.ENGINES);
    }
}
