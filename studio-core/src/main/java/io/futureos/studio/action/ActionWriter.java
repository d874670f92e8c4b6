package io.futureos.studio.action;

import java.util.Map;

/** Writes workbench actions as the contract's JSON; {@link ActionReader} reads the same action back. */
public final class ActionWriter {

    private ActionWriter() {}

    /** The contract's payload of this action, with its name in the field {@code action}; open values. */
    public static Map<String, Object> payload(WorkbenchAction action) {
        var payload = new JsonObject().with("action", action.name());
        action.match(new PayloadWriter(payload));
        return payload.toMap();
    }

    private record PayloadWriter(JsonObject payload) implements WorkbenchAction.Cases<JsonObject> {

        @Override
        public JsonObject data(DataAction action) {
            return action.match(new DataWriter(payload));
        }

        @Override
        public JsonObject population(PopulationAction action) {
            return action.match(new PopulationWriter(payload));
        }

        @Override
        public JsonObject scenario(ScenarioAction action) {
            return action.match(new ScenarioWriter(payload));
        }

        @Override
        public JsonObject simulation(SimulationAction action) {
            return action.match(new SimulationWriter(payload));
        }

        @Override
        public JsonObject report(ReportAction action) {
            return action.match(new ReportWriter(payload));
        }
    }
}
