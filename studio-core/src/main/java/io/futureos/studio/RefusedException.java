package io.futureos.studio;

import io.futureos.studio.decide.Refusal;

/** A rule says no. */
public final class RefusedException extends StudioException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.code(), refusal.message());
        this.refusal = refusal;
    }

    /** The rule, with the values that it said no to. */
    public Refusal refusal() {
        return refusal;
    }
}
