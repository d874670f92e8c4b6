package io.futureos.studio.testkit.engine;

import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.workflow.CanonicalJson;

/**
 * One thing that an engine was asked, by its content.
 *
 * @param engine which of the engines, for example {@code simulation}
 * @param method what of it, for example {@code step}
 * @param request as canonical JSON
 */
record Question(String engine, String method, String request) {

    static Question of(String engine, String method, Record request) {
        return new Question(engine, method, CanonicalJson.write(StudioJson.toOpen(request)));
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(request);
    }
}
