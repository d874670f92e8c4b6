package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.OpenValue;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.workflow.Workbench;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads workbench actions from the contract's JSON, given as maps, lists, text, numbers, booleans and null.
 *
 * <p>Every problem is found in one go and comes with a pointer to the field. A field that is unknown is a problem, so
 * that a misspelt one never goes unnoticed; a field that may be left out may not be null.
 */
public final class ActionReader {

    private static final Map<Workbench, Map<String, PayloadReader>> ACTIONS = actionsByWorkbench();
    private static final Map<Workbench, Rule<String>> NAMES = namesByWorkbench();

    private static final Range REVISION = new Range(0, OpenValue.MAX_WHOLE);

    private ActionReader() {}

    /** The contract's names of the actions of a workbench, in the contract's order. */
    public static List<String> names(Workbench workbench) {
        return List.copyOf(actionsOf(workbench).keySet());
    }

    /**
     * Reads one action.
     *
     * @param action the contract's name of the action; {@code payload} may repeat it
     * @param payload the pointers of problems start here; an unknown action is a problem of {@code /action}
     */
    public static Reading<WorkbenchAction> read(Workbench workbench, String action, Map<String, Object> payload) {
        var problems = new Problems();
        Field<String> name =
                new Slot(action, true, true, Pointer.ROOT.child("action"), problems).text(namesOf(workbench));
        return problems.reading(
                name.orNull() == null
                        ? Field.none()
                        : readPayload(workbench, name.get(), new Fields(payload, Pointer.ROOT, problems)));
    }

    /**
     * Reads the contract's whole {@code WorkbenchAction}: {@code project_id}, {@code user_id}, {@code workbench},
     * {@code action}, {@code payload}, and if need be {@code command_id} and {@code base_revision}. The payload is read as soon as workbench and action are known.
     */
    public static Reading<WorkbenchRequest> readRequest(Map<String, Object> request) {
        var problems = new Problems();
        return problems.reading(readRequest(new Fields(request, Pointer.ROOT, problems)));
    }

    private static Field<WorkbenchRequest> readRequest(Fields request) {
        var project = request.required("project_id").uuid().map(ProjectId::new);
        var user = request.required("user_id").uuid().map(UserId::new);
        var workbench = request.required("workbench").oneOf(Workbench.class);
        Rule<String> known = workbench.<Rule<String>>map(ActionReader::namesOf).or(TextRule.NAME);
        var name = request.required("action").text(known);
        var command = request.optional("command_id").uuid();
        var base = request.optional("base_revision").whole(REVISION);
        Field<WorkbenchAction> action = request.required("payload")
                .object(payload -> workbench.orNull() == null || name.orNull() == null
                        ? Field.none()
                        : readPayload(workbench.get(), name.get(), payload));
        return request.build(
                () -> new WorkbenchRequest(project.get(), user.get(), action.get(), command.orNull(), base.orNull()));
    }

    private static Field<WorkbenchAction> readPayload(Workbench workbench, String action, Fields payload) {
        payload.optional("action").text(new Choice(List.of(action)));
        return requireNonNull(actionsOf(workbench).get(action), action).read(payload);
    }

    private static Map<String, PayloadReader> actionsOf(Workbench workbench) {
        return requireNonNull(ACTIONS.get(workbench), "workbench");
    }

    private static Map<Workbench, Map<String, PayloadReader>> actionsByWorkbench() {
        var actions = new EnumMap<Workbench, Map<String, PayloadReader>>(Workbench.class);
        for (Workbench workbench : Workbench.values()) {
            actions.put(workbench, actionsFor(workbench));
        }
        return Collections.unmodifiableMap(actions);
    }

    private static Rule<String> namesOf(Workbench workbench) {
        return requireNonNull(NAMES.get(workbench), "workbench");
    }

    private static Map<Workbench, Rule<String>> namesByWorkbench() {
        var names = new EnumMap<Workbench, Rule<String>>(Workbench.class);
        for (Workbench workbench : Workbench.values()) {
            names.put(workbench, new Choice(names(workbench)));
        }
        return Collections.unmodifiableMap(names);
    }

    private static Map<String, PayloadReader> actionsFor(Workbench workbench) {
        return switch (workbench) {
            case DATA -> DataReader.actions();
            case POPULATION -> PopulationReader.actions();
            case SCENARIO -> ScenarioReader.actions();
            case SIMULATION -> SimulationReader.actions();
            case REPORT -> ReportReader.actions();
        };
    }
}
