package io.futureos.studio.runtime;

import io.futureos.studio.decide.JobResult;
import io.futureos.studio.engine.EngineContext.CancelledException;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EngineUnavailableException;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.Schedule;
import io.futureos.studio.model.ScheduleProgress;
import io.futureos.studio.report.ReportDelivery;
import io.futureos.studio.report.ReportDelivery.Delivery;
import io.futureos.studio.report.ReportDelivery.ReportFile;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Delivers the report that a schedule asks for. */
final class DeliveryWork implements LaneWork {

    /** Where no delivery is wired, another node of the same storage may have asked for one all the same. */
    static final ReportDelivery NOBODY = delivery -> {
        throw new IOException("this node delivers no reports");
    };

    private final ReportDelivery delivery;
    private final ReportFiles files;

    DeliveryWork(ReportDelivery delivery, ReportFiles files) {
        this.delivery = delivery;
        this.files = files;
    }

    @Override
    public Finished run(Job job) {
        UUID id = schedule(job);
        ScheduleProgress progress = progress(job);
        Instant occurrence = occurrence(job);
        job.phase(0, 0.9);
        List<ReportFile> attached = files(job, progress.schedule(), occurrence);
        job.progress("delivering", 1);
        deliver(new Delivery(
                job.projectId(),
                name(job),
                id,
                occurrence,
                progress.schedule().recipients(),
                ReportFiles.report(job),
                ReportFiles.staleness(job),
                attached));
        return Finished.done(
                "Delivered the report that was due at " + occurrence + " to "
                        + progress.schedule().recipientsCounted(),
                result -> result.delivered(id, occurrence));
    }

    /** The next occurrence is delivered all the same. */
    @Override
    public void gaveUp(Job job, JobResult result) {
        result.notDelivered(schedule(job), occurrence(job));
    }

    private static UUID schedule(Job job) {
        return UUID.fromString(job.lane().key());
    }

    private static ScheduleProgress progress(Job job) {
        return ScheduleProgress.of(job.project(), schedule(job)).orElseThrow(CancelledException::new);
    }

    /** What was due when the job was asked for, whenever it gets to run. */
    private static Instant occurrence(Job job) {
        return progress(job).dueAt(job.project().updatedAt()).occurrences().get(0);
    }

    private void deliver(Delivery what) {
        try {
            delivery.deliver(what);
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "delivery_unavailable", "The report could not be delivered for the moment: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new EngineException("delivery_failed", "The report could not be delivered: " + e.getMessage(), e);
        }
    }

    private List<ReportFile> files(Job job, Schedule schedule, Instant occurrence) {
        var written = new ArrayList<ReportFile>();
        for (ExportFormat format : formats(schedule)) {
            String name = fileName(job, schedule, occurrence, format);
            written.add(new ReportFile(name, format, files.written(job, files.exporter(format))));
        }
        return written;
    }

    /** Where the schedule names none, the first that can be written. */
    private List<ExportFormat> formats(Schedule schedule) {
        return schedule.formats().isEmpty() ? files.formats().stream().limit(1).toList() : schedule.formats();
    }

    private static String name(Job job) {
        return job.project().get(Cells.projectName()).orElse("");
    }

    private static String fileName(Job job, Schedule schedule, Instant occurrence, ExportFormat format) {
        return ReportFiles.words(job.project())
                + "-" + occurrence.atZone(ZoneId.of(schedule.timeZone())).toLocalDate()
                + "." + format.wireName();
    }
}
