package io.futureos.studio.engine;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import java.util.List;

/**
 * Writes the recorded months of a simulation as a table: one row a month, one column a figure. Every implementation passes
 * {@code FrameExporterContract}.
 */
public interface FrameExporter extends Engine {

    /**
     * The whole file. The first columns are {@code tick} and {@code period}; a figure within a figure has a dotted name, a
     * name that is taken or that the format can't hold becomes another, and no figure is lost. Values that are no numbers
     * are left out. In CSV, text that a spreadsheet would take for a formula, names of columns included, is written so that
     * it does not; numbers stay numbers, negative ones too. Equal frames give equal bytes.
     */
    byte[] export(List<Frame> frames, DataFormat format);
}
