package io.futureos.studio.runtime;

import io.futureos.studio.AccessDeniedException;
import io.futureos.studio.LedgerEntry;
import io.futureos.studio.NotFoundException;
import io.futureos.studio.ProjectLedger;
import io.futureos.studio.ProjectNotFoundException;
import io.futureos.studio.ReportOperations;
import io.futureos.studio.ScheduledReport;
import io.futureos.studio.UserLedger;
import io.futureos.studio.access.AccessPolicy;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.ReportAction.ResolveOutcome;
import io.futureos.studio.decide.Decider;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.model.ReportId;
import io.futureos.studio.model.ScheduleProgress;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.ProjectIndex;
import io.futureos.studio.storage.ProjectIndex.Position;
import io.futureos.studio.storage.ProjectIndex.Slice;
import io.futureos.studio.workflow.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports and their files, and what became of what they said. */
final class ReportService implements ReportOperations {

    private static final int PROJECTS_AT_ONCE = 100;

    private final OneWay oneWay;
    private final BlobStore blobs;
    private final ProjectIndex index;
    private final AccessPolicy access;
    private final Ledgers ledgers;

    ReportService(OneWay oneWay, BlobStore blobs, ProjectIndex index, AccessPolicy access) {
        this.oneWay = oneWay;
        this.blobs = blobs;
        this.index = index;
        this.access = access;
        this.ledgers = new Ledgers(blobs);
    }

    @Override
    public GeneratedReport latest(ProjectId project, UserId user) {
        Assessment assessment =
                oneWay.read(project, user, Operation.READ_REPORT).assessment();
        Output shown = assessment.lane(Lane.REPORT).shown();
        if (shown == null) {
            throw new NotFoundException(
                    "report_not_found", "The project has no report yet. Make one with the action generate.");
        }
        return StudioJson.read(content(shown), GeneratedReport.class)
                .under(new ReportId(shown.id()), project)
                .withExports(exports(assessment));
    }

    private static Map<ExportFormat, String> exports(Assessment assessment) {
        var exports = new EnumMap<ExportFormat, String>(ExportFormat.class);
        for (ExportFormat format : ExportFormat.values()) {
            Output file = assessment.export(format).current();
            if (file != null) {
                exports.put(format, "blob:" + file.result());
            }
        }
        return exports;
    }

    @Override
    public byte[] exported(ProjectId project, UserId user, ExportFormat format) {
        WorkingCopy copy = oneWay.read(project, user, Operation.DOWNLOAD_EXPORT);
        Output file = copy.assessment().export(format).shown();
        if (file == null) {
            throw noFile(copy.project(), format);
        }
        return content(file);
    }

    /** Where there is none but was one, it was removed. */
    private static NotFoundException noFile(Project project, ExportFormat format) {
        Iterator<Map.Entry<CellPath, Stamp>> was =
                project.stampsUnder(Cells.made(Lane.export(format)).path()).iterator();
        return was.hasNext()
                ? new NotFoundException(
                        "export_expired",
                        "The file to which the report was exported as " + format + " was removed at "
                                + was.next().getValue().at()
                                + ", having been kept long enough. Make another with the action export.")
                : new NotFoundException(
                        "export_not_found",
                        "The report was not exported as " + format + " yet. Do it with the action export.");
    }

    @Override
    public List<ScheduledReport> schedules(ProjectId project, UserId user) {
        Project now = oneWay.read(project, user, Operation.READ_REPORT).project();
        return Cells.schedules().in(now).keySet().stream()
                .map(id -> scheduled(now, UUID.fromString(id)))
                .sorted(Comparator.comparing(
                        ScheduledReport::next, Comparator.nullsLast(Comparator.<Instant>naturalOrder())))
                .toList();
    }

    private static ScheduledReport scheduled(Project project, UUID id) {
        ScheduleProgress progress = ScheduleProgress.of(project, id).orElseThrow();
        return new ScheduledReport(
                id,
                progress.schedule(),
                progress.nextDue().orElse(null),
                project.get(Cells.delivered(id)).orElse(null),
                project.get(Cells.failure(Lane.delivery(id))).orElse(null));
    }

    @Override
    public ProjectLedger resolve(ProjectId project, UserId user, KnownOutcome outcome) {
        var action = new ResolveOutcome(outcome);
        Outcome made = oneWay.take(
                project, Request.of(user, Operation.RESOLVE_OUTCOME, context -> Decider.decide(action, context)));
        return ledgers.of(made.after());
    }

    @Override
    public ProjectLedger ledger(ProjectId project, UserId user) {
        return ledgers.of(oneWay.read(project, user, Operation.READ_LEDGER));
    }

    @Override
    public UserLedger ledger(UserId user) {
        var entries = new ArrayList<LedgerEntry>();
        Position after = null;
        List<ProjectSummary> next;
        do {
            next = index.ofUser(user, new Slice(after, PROJECTS_AT_ONCE));
            for (ProjectSummary project : next) {
                after = Position.of(project);
                addEntries(project, user, entries);
            }
        } while (next.size() == PROJECTS_AT_ONCE);
        return UserLedger.of(user, entries);
    }

    private void addEntries(ProjectSummary project, UserId user, List<LedgerEntry> entries) {
        if (access.roleOf(user, project).isEmpty()) {
            return;
        }
        try {
            ledger(project.id(), user).entries().stream()
                    .filter(entry -> entry.publishedBy().equals(user))
                    .forEach(entries::add);
        } catch (ProjectNotFoundException | AccessDeniedException e) {
            // it was deleted, or the user removed, a moment ago
        }
    }

    private byte[] content(Output output) {
        return blobs.get(output.result())
                .orElseThrow(() -> new IllegalStateException("Blob " + output.result()
                        + " is missing from the blob store, although a project refers to it"));
    }
}
