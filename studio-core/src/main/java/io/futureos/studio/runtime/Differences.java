package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.StateUpdate;
import io.futureos.studio.access.Operation;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happened between a revision and now as the difference between two views. What rests on the two revisions alone
 * is worked out once for all who ask for it; who is there is looked up for each. Safe for use by several threads.
 */
final class Differences {

    private static final int KEPT = 16;
    private static final int VIEWS_KEPT = 2;

    private final OneWay oneWay;
    private final Presence presence;
    private final Lately<Span, List<Map<String, @Nullable Object>>> patches = new Lately<>(KEPT);

    /** Where one difference ends the next one begins, so the newest views are told apart from others twice; they can be large. */
    private final Lately<Moment, Map<String, Object>> views = new Lately<>(VIEWS_KEPT);

    private record Span(ProjectId project, long from, long to) {}

    private record Moment(ProjectId project, long revision) {}

    Differences(OneWay oneWay, Presence presence) {
        this.oneWay = oneWay;
        this.presence = presence;
    }

    /** @throws InvalidRequestException if the project has no such revision */
    StateUpdate since(ProjectId project, UserId user, long revision) {
        WorkingCopy now = oneWay.read(project, user, Operation.LOAD);
        requireRevision(now, revision);
        List<Map<String, @Nullable Object>> lasting = patches.get(
                new Span(project, revision, now.revision()),
                () -> ViewChange.lasting(
                        view(project, revision, () -> oneWay.at(project, revision)),
                        view(project, now.revision(), () -> now)));
        return new StateUpdate(revision, now.revision(), ViewChange.withTheMoment(lasting, presence.over(now)));
    }

    private Map<String, Object> view(ProjectId project, long revision, Supplier<WorkingCopy> copy) {
        return views.get(
                new Moment(project, revision),
                () -> ViewChange.withoutTheMoment(copy.get().state()));
    }

    /** @throws InvalidRequestException if the project has no such revision */
    static void requireRevision(WorkingCopy now, long revision) {
        if (revision < 1 || revision > now.revision()) {
            throw new InvalidRequestException(List.of(new FieldProblem(
                    "/revision",
                    "is " + revision + ", but the project's revisions go from 1 to " + now.revision(),
                    "Load the project.")));
        }
    }
}
