package io.futureos.studio.model;

import java.util.Locale;

/** What a collaborator may do. */
public enum Role {
    OWNER,
    EDITOR,
    VIEWER;

    /** The name in the contract's JSON, for example {@code owner}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
