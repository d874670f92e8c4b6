package io.futureos.studio.engine;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import java.util.List;

/** Writes the recorded months of a simulation as a table: one row a month, one column a figure. */
public interface FrameExporter extends Engine {

    /** The whole file; text that a spreadsheet would take for a formula is written so that it does not. */
    byte[] export(List<Frame> frames, DataFormat format);
}
