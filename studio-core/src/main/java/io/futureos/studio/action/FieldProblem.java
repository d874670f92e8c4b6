package io.futureos.studio.action;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into what was sent
 * @param problem what is wrong there, to follow the place in a sentence, for example {@code is the number 5, not text}
 * @param remedy what would be right, as a sentence
 */
public record FieldProblem(String pointer, String problem, String remedy) {

    public FieldProblem {
        requireNonNull(pointer, "pointer");
        requireNonNull(problem, "problem");
        requireNonNull(remedy, "remedy");
    }

    /** All three for a person. */
    public String message() {
        return (pointer.isEmpty() ? "What was sent" : pointer) + " " + problem + ". " + remedy;
    }
}
