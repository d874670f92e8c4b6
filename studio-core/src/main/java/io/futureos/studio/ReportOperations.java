package io.futureos.studio;

import io.futureos.studio.model.ExportFormat;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import io.futureos.studio.report.GeneratedReport;
import io.futureos.studio.storage.StorageException;
import java.util.List;

/**
 * The reports of a project, for reading; they are made in the report workbench. Safe for use by several threads.
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

    /** The project's schedules, the next due first and those that are over last. */
    List<ScheduledReport> schedules(ProjectId project, UserId user);
}
