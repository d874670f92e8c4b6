package io.futureos.studio.access;

import io.futureos.studio.model.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that a user can do to a project, with the least role that it takes. What looks takes a viewer, what changes,
 * runs or exports an editor, and what concerns the project's existence or its people an owner.
 */
public enum Operation {
    LOAD("project", Role.VIEWER),
    LOAD_VERSION("project", Role.VIEWER),
    LIST_VERSIONS("project", Role.VIEWER),
    WATCH("project", Role.VIEWER),
    DUPLICATE("project", Role.VIEWER),
    UPDATE("project", Role.EDITOR),
    SAVE("project", Role.EDITOR),
    RESTORE_VERSION("project", Role.EDITOR),
    SAVE_AS_TEMPLATE("project", Role.EDITOR),
    DELETE("project", Role.OWNER),
    RESTORE_DELETED("project", Role.OWNER),

    JOIN("collaboration", Role.VIEWER),
    ADD_COLLABORATOR("collaboration", Role.OWNER),
    CHANGE_ROLE("collaboration", Role.OWNER),
    REMOVE_COLLABORATOR("collaboration", Role.OWNER),
    LEAVE("collaboration", Role.VIEWER),

    FOLLOW_JOB("jobs", Role.VIEWER),
    CANCEL_JOB("jobs", Role.EDITOR),

    UNDO("project", Role.EDITOR),
    REDO("project", Role.EDITOR),

    EXPLORE_SOURCES("data", Role.VIEWER),
    PREVIEW_DATA("data", Role.VIEWER),
    CONFIGURE_SOURCE("data", Role.EDITOR),
    OVERRIDE_VALUE("data", Role.EDITOR),
    ADD_CUSTOM_SOURCE("data", Role.EDITOR),
    REFRESH_DATA("data", Role.EDITOR),

    VIEW_ARCHETYPES("population", Role.VIEWER),
    VIEW_NETWORK("population", Role.VIEWER),
    ADJUST_DISTRIBUTION("population", Role.EDITOR),
    EDIT_ARCHETYPE("population", Role.EDITOR),
    RESIZE_POPULATION("population", Role.EDITOR),
    REGENERATE("population", Role.EDITOR),

    COMPARE_SCENARIOS("scenario", Role.VIEWER),
    CREATE_SCENARIO("scenario", Role.EDITOR),
    EDIT_SCENARIO("scenario", Role.EDITOR),
    DUPLICATE_SCENARIO("scenario", Role.EDITOR),
    DELETE_SCENARIO("scenario", Role.EDITOR),
    RUN_SCENARIO("scenario", Role.EDITOR),

    REPLAY("simulation", Role.VIEWER),
    STEP_BACKWARD("simulation", Role.VIEWER),
    STEP_FORWARD("simulation", Role.VIEWER),
    RUN("simulation", Role.EDITOR),
    PAUSE("simulation", Role.EDITOR),
    RESUME("simulation", Role.EDITOR),
    STOP("simulation", Role.EDITOR),
    INJECT_SHOCK("simulation", Role.EDITOR),
    ADOPT_SHOCKS("simulation", Role.EDITOR),
    EXPORT_DATA("simulation", Role.EDITOR),

    READ_REPORT("report", Role.VIEWER),
    DOWNLOAD_EXPORT("report", Role.VIEWER),
    GENERATE("report", Role.EDITOR),
    CUSTOMIZE("report", Role.EDITOR),
    EXPORT("report", Role.EDITOR),
    SCHEDULE("report", Role.EDITOR),
    ADD_ANNOTATION("report", Role.EDITOR),
    READ_LEDGER("report", Role.VIEWER),
    RESOLVE_OUTCOME("report", Role.EDITOR),
    REVIEW_OVERRIDES("report", Role.EDITOR);

    private static final Map<String, Operation> BY_ACTION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Operation::action, operation -> operation));

    private final String room;
    private final Role least;
    private final String action = name().toLowerCase(Locale.ROOT);

    Operation(String room, Role least) {
        this.room = room;
        this.least = least;
    }

    /**
     * The operation that an action of a workbench is.
     *
     * @param action the contract's name, for example {@code override_value}
     */
    public static Operation ofAction(String action) {
        Operation operation = BY_ACTION.get(action);
        if (operation == null) {
            throw new IllegalArgumentException("No operation is called " + action);
        }
        return operation;
    }

    /** Where it happens, as the modification log shows it: a workbench, or {@code project}. */
    public String room() {
        return room;
    }

    /** The name in the modification log, for example {@code edit_scenario}. */
    public String action() {
        return action;
    }

    /** The least role that it takes. */
    public Role least() {
        return least;
    }

    /** Whether somebody with this role may do it. */
    public boolean isOpenTo(Role role) {
        return role.compareTo(least) <= 0;
    }
}
