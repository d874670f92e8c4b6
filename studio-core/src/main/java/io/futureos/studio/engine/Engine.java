package io.futureos.studio.engine;

/** What all engines have in common. Implementations are safe for use by several threads. */
public interface Engine {

    /** Who made a result; recorded with each output and printed in reports. */
    Provenance provenance();

    /** An engine's name and version. */
    record Provenance(String name, String version) {}
}
