package io.futureos.studio.storage;

/** Why a storage did not do its work. The codes are for programs and stay the same from one release to the next. */
public enum StorageProblem {
    /** It could not be reached, or the connection to it was lost. */
    UNREACHABLE("storage_unreachable", true),

    /** It is at work on as many requests as it can take. */
    BUSY("storage_busy", true),

    /** It took longer than it may. */
    TIMED_OUT("storage_timed_out", true),

    /** Others were changing the same at the same time, and one had to give way. */
    CONTENDED("storage_contended", true),

    /** It answers questions but takes no changes, as a standby does. */
    READ_ONLY("storage_read_only", true),

    /** It has no room left. */
    FULL("storage_full", false),

    /** It does not know the user that the host gave, or does not let that user do this. */
    ACCESS_DENIED("storage_access_denied", false),

    /** It was not made ready for the Studio. */
    SCHEMA_MISSING("storage_schema_missing", false),

    /** It was made ready for an older version of the library only. */
    SCHEMA_OUTDATED("storage_schema_outdated", false),

    /** Anything else; the cause tells more. */
    FAILED("storage_failed", false);

    private final String code;
    private final boolean passes;

    StorageProblem(String code, boolean passes) {
        this.code = code;
        this.passes = passes;
    }

    /** By which programs tell it from others. */
    public String code() {
        return code;
    }

    /** Whether it may be over by itself, so that the same request is worth sending again; else somebody has to see to it. */
    public boolean passes() {
        return passes;
    }
}
