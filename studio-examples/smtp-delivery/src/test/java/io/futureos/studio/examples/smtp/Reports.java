package io.futureos.studio.examples.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.report.ReportAppendix;
import io.futureos.studio.report.ReportContent;
import io.futureos.studio.report.ReportDelivery.Delivery;
import io.futureos.studio.report.ReportDelivery.ReportFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Deliveries of one schedule. */
final class Reports {

    static final Instant DUE = Instant.parse("2025-01-02T08:00:00Z");
    static final UUID SCHEDULE = UUID.fromString("00000000-0000-4000-8000-0000000005c4");
    static final byte[] PDF = {'%', 'P', 'D', 'F', '-', 0, 13, 10, '.', 13, 10, (byte) 0xff};

    private static final ProjectId PROJECT = new ProjectId(UUID.fromString("00000000-0000-4000-8000-0000000000a1"));

    private Reports() {}

    static Delivery to(String... recipients) {
        return delivery("Norway goes electric", DUE, recipients);
    }

    static Delivery delivery(String projectName, Instant occurrence, String... recipients) {
        var report = new GeneratedReport(
                new ReportId(UUID.fromString("00000000-0000-4000-8000-0000000000a2")),
                PROJECT,
                Instant.parse("2025-01-01T17:30:05.123Z"),
                new ReportContent(
                        "Norway goes electric", List.of(), new ReportAppendix("", List.of(), Map.of(), List.of())),
                Map.of());
        return new Delivery(
                PROJECT,
                projectName,
                SCHEDULE,
                occurrence,
                List.of(recipients),
                report,
                List.of("Anna set the share to 0.3."),
                List.of(
                        new ReportFile("norway.pdf", ExportFormat.PDF, PDF),
                        new ReportFile("norway.html", ExportFormat.HTML, "<p>Größe</p>\n.\n".getBytes(UTF_8))));
    }
}
