package io.futureos.studio;

import io.futureos.studio.model.Role;

/** The user may see the project but not do this. */
public final class AccessDeniedException extends StudioException {
    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String what, Role has, Role needed) {
        super(
                "access_denied",
                "This (" + what + ") needs the role " + needed.wireName() + ", but yours is " + has.wireName()
                        + ". Ask an owner of the project.");
    }
}
