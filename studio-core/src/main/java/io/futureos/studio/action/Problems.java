package io.futureos.studio.action;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while one document is read. */
final class Problems {

    private final List<FieldProblem> noted = new ArrayList<>();

    void note(Pointer at, String problem, String remedy) {
        noted.add(new FieldProblem(at.text(), problem, remedy));
    }

    /** How many were noted so far. */
    int count() {
        return noted.size();
    }

    /** The reading of the whole document, of which {@code value} is what was made. */
    <T> Reading<T> reading(Field<T> value) {
        return noted.isEmpty() ? new Reading.Read<>(value.get()) : new Reading.Invalid<>(noted);
    }
}
