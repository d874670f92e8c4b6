package io.futureos.studio.action;

import io.futureos.studio.model.OpenValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds where in an open value the parts are that {@link OpenValue} refuses. */
final class OpenProblems {

    private static final int DEEPEST = 64;
    private static final String REMEDY =
            "Give null, booleans, finite numbers, well-formed text, lists and objects, at most 64 levels deep.";

    private final Problems problems;

    OpenProblems(Problems problems) {
        this.problems = problems;
    }

    /** Notes each part that was refused, or the whole if no part is to blame. */
    void note(Object value, Pointer at, IllegalArgumentException refusal) {
        int before = problems.count();
        descend(value, at, 0);
        if (problems.count() == before) {
            noteOne(at, refusal);
        }
    }

    private void descend(@Nullable Object value, Pointer at, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                Pointer place = at.child(String.valueOf(key));
                check(String.valueOf(key), place);
                descend(element, place, depth + 1);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                descend(list.get(i), at.child(i), depth + 1);
            }
        } else {
            check(value, at);
        }
    }

    private void check(@Nullable Object part, Pointer at) {
        try {
            OpenValue.of(part);
        } catch (IllegalArgumentException e) {
            noteOne(at, e);
        }
    }

    private void noteOne(Pointer at, IllegalArgumentException refusal) {
        problems.note(at, "can't be kept: " + refusal.getMessage(), REMEDY);
    }
}
