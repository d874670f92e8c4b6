package io.futureos.studio.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five places where an analyst works, in the order in which one builds on the other. */
public enum Workbench {
    DATA,
    POPULATION,
    SCENARIO,
    SIMULATION,
    REPORT;

    /** The name in the contract's JSON, for example {@code data}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The workbench with this name in the contract's JSON; empty if there is none. */
    public static Optional<Workbench> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(workbench -> workbench.wireName().equals(name))
                .findFirst();
    }
}
