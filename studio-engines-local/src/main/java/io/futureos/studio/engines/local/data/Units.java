package io.futureos.studio.engines.local.data;

/** Units with a meaning; all others are only shown. */
final class Units {

    /** A fraction of 1. */
    static final String SHARE = "share";

    private Units() {}
}
