package io.futureos.studio.testkit.fault;

/** What goes wrong with a call to a live store. All of it is allowed: losing everything live loses no work. */
public enum LiveFault {

    /** Nothing happens, and nobody is told: an event is not carried, a session or draft not kept, a list empty. */
    LOST,

    /** An event is carried, a session or draft kept or removed only when {@link FaultyLive#catchUp} is called. */
    LATE,

    /** An event is carried twice, a session or draft kept or removed twice. */
    TWICE,

    /** The store is away: nothing happens, and the call throws {@link LiveAwayException}. */
    AWAY
}
