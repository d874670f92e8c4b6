package io.futureos.studio.engine;

import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the recorded months of a simulation as a table: one row a month, one column a figure. Every implementation passes
 * {@code FrameExporterContract}.
 */
public interface FrameExporter extends Engine {

    /**
     * Writes the whole file to {@code out}, which stays open. The first columns are {@code tick} and {@code period}; a figure
     * within a figure has a dotted name, a name that is taken or that the format can't hold becomes another, and no figure is
     * lost. Values that are no numbers are left out. A column of whole numbers is one of integers where the format tells them
     * apart. In CSV, text that a spreadsheet would take for a formula, names of columns included, is written so that it does
     * not; numbers stay numbers, negative ones too. Equal frames give equal bytes. However many frames there are, memory for
     * some of them is enough.
     *
     * @param frames are gone through as often as the exporter likes, and are the same each time
     * @throws IOException if {@code out} cannot be written
     */
    void export(Iterable<Frame> frames, DataFormat format, OutputStream out) throws IOException;
}
