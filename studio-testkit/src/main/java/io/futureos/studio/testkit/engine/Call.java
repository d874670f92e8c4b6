package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.json.StudioJson;

/** One call of an engine, to be made as often as a sentence needs. The request is a record, as it would travel as JSON. */
record Call<E, Q extends Record>(String name, Q request, Answer<E, Q> answer) {

    /** How the engine is asked. */
    @FunctionalInterface
    interface Answer<E, Q> {
        Object of(E engine, Q request, EngineContext context);
    }

    Object ask(E engine, EngineContext context) {
        return answer.of(engine, request, context);
    }

    /** The same call with a request that was written as JSON and read again. */
    Call<E, Q> travelled() {
        @SuppressWarnings("unchecked") // a request is of its own class
        Class<Q> type = (Class<Q>) request.getClass();
        return new Call<>(name, StudioJson.read(StudioJson.writeBytes(request), type), answer);
    }

    @Override
    public String toString() {
        return name;
    }
}
