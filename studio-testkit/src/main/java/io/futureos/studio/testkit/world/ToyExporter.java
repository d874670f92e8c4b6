package io.futureos.studio.testkit.world;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.report.ReportExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleConsumer;

/** Writes a report's title. */
final class ToyExporter implements ReportExporter {

    @Override
    public ExportFormat format() {
        return ExportFormat.HTML;
    }

    @Override
    public void export(Request request, OutputStream out, DoubleConsumer progress) throws IOException {
        progress.accept(0);
        out.write(request.report().content().title().getBytes(StandardCharsets.UTF_8));
        progress.accept(1);
    }
}
