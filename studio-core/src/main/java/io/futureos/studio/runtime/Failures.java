package io.futureos.studio.runtime;

import io.futureos.studio.model.CellPath;
import io.futureos.studio.model.Cells;
import io.futureos.studio.model.Failure;
import io.futureos.studio.model.Lane;
import io.futureos.studio.model.Project;
import io.futureos.studio.model.Stamp;
import io.futureos.studio.workflow.Assessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a lane's last job failed, as long as that is of interest. */
final class Failures {

    private static final List<CellPath> QUESTION =
            List.of(Cells.question().path(), Cells.asOf().path(), CellPath.of("data", "source"));

    private Failures() {}

    /** The failure; null while a job is at work, once there is a current output, and after an edit of what was worked on. */
    static @Nullable Failure of(Assessment assessment, Lane lane) {
        Project project = assessment.project();
        Failure failure = project.get(Cells.failure(lane)).orElse(null);
        boolean isOver = failure == null
                || assessment.lane(lane).isCurrent()
                || project.get(Cells.job(lane)).isPresent()
                || editedSince(project, lane, failure.basedOn());
        return isOver ? null : failure;
    }

    private static boolean editedSince(Project project, Lane lane, long revision) {
        for (CellPath place : worksOn(lane)) {
            Stamp own = project.stamps().get(place);
            if (own != null && own.revision() > revision) {
                return true;
            }
            for (var stamp : project.stampsUnder(place)) {
                if (stamp.getValue().revision() > revision) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<CellPath> worksOn(Lane lane) {
        return switch (lane.kind()) {
            case QUESTION -> QUESTION;
            case DATA ->
                List.of(Cells.question().path(), CellPath.of("data", "source"), CellPath.of("data", "override"));
            case POPULATION -> List.of(CellPath.of("population"));
            case SCENARIO -> List.of(CellPath.of("scenario", lane.key()));
            case REPORT, EXPORT, DELIVERY -> List.of(Cells.reportConfig().path());
            case RESOLUTION -> List.of(Cells.resolution().path());
        };
    }
}
