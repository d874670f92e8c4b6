package io.futureos.studio.engine;

/**
 * What all engines have in common. Equal requests get equal answers and store equal blobs, whoever asks, in which order,
 * how many at once, and however the machine is set up; what an engine can't do it refuses with an {@link EngineException}
 * and nothing else. What an answer refers to was stored through the context. Implementations are safe for use by several
 * threads. The test kit's {@code EngineContract} says all this as tests, and the contract of each interface adds its own.
 */
public interface Engine {

    /** Who made a result; recorded with each output and printed in reports. */
    Provenance provenance();

    /** An engine's name and version. */
    record Provenance(String name, String version) {}
}
