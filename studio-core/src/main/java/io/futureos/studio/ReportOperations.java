package io.futureos.studio;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.KnownOutcome;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The reports of a project, which are made in the report workbench, and what became of what they said. Safe for use by several
 * threads.
 *
 * <p>Each method throws {@link ProjectNotFoundException} if there is no such project that the user may see, and
 * {@link StorageException} if the storage fails.
 */
public interface ReportOperations {

    /**
     * The report that the project shows, which may be stale.
     *
     * @throws NotFoundException if none was generated
     */
    GeneratedReport latest(ProjectId project, UserId user);

    /**
     * The newest file that the report was exported to in this format.
     *
     * @throws NotFoundException if it was not, or so long ago that the file is not kept any more ({@code export_expired}; see
     *     {@link Retention#exports})
     */
    byte[] exported(ProjectId project, UserId user, ExportFormat format);

    /**
     * A link under which anybody can read the newest file of this format for so long, without asking this Studio; a browser
     * saves it under the project's name. Empty if the blob store can't give links; then there is {@link #exported}.
     *
     * @param goodFor at most {@link BlobStore#LONGEST_LINK}
     * @throws NotFoundException as {@link #exported} does
     * @throws IllegalArgumentException if {@code goodFor} is not between one second and {@link BlobStore#LONGEST_LINK}
     */
    Optional<URI> link(ProjectId project, UserId user, ExportFormat format, Duration goodFor);

    /** The project's schedules, the next due first and those that are over last. */
    List<ScheduledReport> schedules(ProjectId project, UserId user);

    /**
     * Says how the project's question turned out. That scores the forecasts which stood before, makes the report stale, and starts
     * a job that finds out what the assumptions of the last forecast were worth. It can be undone like any edit, and that is
     * how it is corrected. Takes an editor. The same as the action {@code resolve_outcome}.
     *
     * @return the ledger with the scores; what assumptions were worth comes later
     * @throws IllegalArgumentException if the source is blank, or longer than 2,000 characters
     * @throws RefusedException with the code {@code already_resolved}; {@code not_ready} if no question was understood; {@code
     *     outcome_before_period_end}, {@code outcome_before_as_of} or {@code outcome_in_future} if it can't have been known at
     *     that moment; {@code outcome_out_of_bounds} or {@code outcome_contradicts} if it can't be
     */
    ProjectLedger resolve(ProjectId project, UserId user, KnownOutcome outcome);

    /** What the project forecast, and how that turned out. */
    ProjectLedger ledger(ProjectId project, UserId user);

    /**
     * What the user forecast in all projects in which they are a collaborator, and how that turned out. Goes through all these
     * projects, so it takes longer the more there are.
     */
    UserLedger ledger(UserId user);
}
