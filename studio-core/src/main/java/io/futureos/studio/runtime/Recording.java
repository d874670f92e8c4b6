package io.futureos.studio.runtime;

import io.futureos.studio.engine.SimulationEngine.Frame;
import java.util.List;

/**
 * The frames of a run, as they are stored.
 *
 * @param injected the ids of the injected shocks that the run knows of
 */
public record Recording(List<Frame> frames, List<String> injected) {
    public Recording {
        frames = List.copyOf(frames);
        injected = List.copyOf(injected);
    }
}
