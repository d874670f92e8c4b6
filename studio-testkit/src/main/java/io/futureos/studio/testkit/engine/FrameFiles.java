package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.FrameExporter;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.model.DataFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Small files of frames, in memory. */
final class FrameFiles {

    private FrameFiles() {}

    static byte[] written(FrameExporter exporter, List<Frame> frames, DataFormat format) {
        var file = new ByteArrayOutputStream();
        try {
            exporter.export(frames, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
