package io.futureos.studio.report;

import static java.util.Objects.requireNonNull;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Hands scheduled reports to their recipients, for example by mail. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface ReportDelivery {

    /**
     * Hands one report to all its recipients.
     *
     * <p>The Studio asks once for each occurrence of a schedule. It asks again, with the same {@link Delivery#key}, if a node
     * died while it waited for the answer, or the answer was an exception. An implementation that keeps the keys of what it has
     * handed over, or passes them on to a service that does, delivers each occurrence exactly once.
     *
     * @throws IOException if it may work later; the Studio tries again after a while
     * @throws RuntimeException if it never will; the Studio notes the failure and goes on with the next occurrence
     */
    void deliver(Delivery delivery) throws IOException;

    /**
     * What is to be delivered.
     *
     * @param occurrence when it was due
     * @param recipients as the schedule names them; at least one
     * @param staleness why the report is no longer up to date, one sentence each; empty if it is
     * @param files in the formats that the schedule names; may be empty if no exporters are wired
     */
    record Delivery(
            ProjectId project,
            String projectName,
            UUID schedule,
            Instant occurrence,
            List<String> recipients,
            GeneratedReport report,
            List<String> staleness,
            List<ReportFile> files) {

        public Delivery {
            requireNonNull(project, "project");
            requireNonNull(projectName, "projectName");
            requireNonNull(schedule, "schedule");
            requireNonNull(occurrence, "occurrence");
            recipients = List.copyOf(recipients);
            requireNonNull(report, "report");
            staleness = List.copyOf(staleness);
            files = List.copyOf(files);
        }

        /** Tells this occurrence from every other one, of this schedule and of all others. */
        public String key() {
            return schedule + "/" + occurrence;
        }
    }

    /** A report as a file. */
    final class ReportFile {
        private final String name;
        private final ExportFormat format;
        private final byte[] content;

        /** @param name with its extension, of letters, digits and hyphens otherwise */
        public ReportFile(String name, ExportFormat format, byte[] content) {
            this.name = requireNonNull(name, "name");
            this.format = requireNonNull(format, "format");
            this.content = content.clone();
        }

        public String name() {
            return name;
        }

        public ExportFormat format() {
            return format;
        }

        public byte[] content() {
            return content.clone();
        }
    }
}
