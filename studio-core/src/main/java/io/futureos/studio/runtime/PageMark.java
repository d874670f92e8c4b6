package io.futureos.studio.runtime;

import io.futureos.studio.InvalidRequestException;
import io.futureos.studio.action.FieldProblem;
import io.futureos.studio.model.ProjectId;
import io.futureos.studio.model.ProjectSummary;
import io.futureos.studio.storage.ProjectIndex.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a place in a list as text for a caller to hand back. */
final class PageMark {

    private static final String BETWEEN = "_";

    private PageMark() {}

    static String write(ProjectSummary last) {
        return last.updatedAt() + BETWEEN + last.id();
    }

    /** @throws InvalidRequestException if it is not text that {@link #write} wrote */
    static @Nullable Position read(@Nullable String mark) {
        if (mark == null) {
            return null;
        }
        int between = mark.indexOf(BETWEEN);
        try {
            return new Position(
                    Instant.parse(mark.substring(0, Math.max(0, between))), ProjectId.of(mark.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidRequestException(List.of(new FieldProblem(
                    "/after", "is not a place in this list", "Give what the part before this one had as next.")));
        }
    }
}
