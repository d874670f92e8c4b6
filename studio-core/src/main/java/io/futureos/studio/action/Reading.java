package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** What came of reading JSON: a value, or everything that was wrong. */
public sealed interface Reading<T> {

    /** The answer for a value, or the answer for problems. */
    <R> R match(Function<? super T, ? extends R> read, Function<? super List<FieldProblem>, ? extends R> invalid);

    /** Nothing was wrong. */
    record Read<T>(T value) implements Reading<T> {

        public Read {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> read, Function<? super List<FieldProblem>, ? extends R> invalid) {
            return read.apply(value);
        }
    }

    /**
     * Something was wrong.
     *
     * @param problems all of them, at least one
     */
    record Invalid<T>(List<FieldProblem> problems) implements Reading<T> {

        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("What is invalid has at least one problem, but there is none");
            }
        }

        @Override
        public <R> R match(
                Function<? super T, ? extends R> read, Function<? super List<FieldProblem>, ? extends R> invalid) {
            return invalid.apply(problems);
        }
    }
}
