package io.futureos.studio;

import io.futureos.studio.action.FieldProblem;
import java.util.List;

/** A request can't be read. Names everything that is wrong with it at once. */
public final class InvalidRequestException extends StudioException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public InvalidRequestException(List<FieldProblem> problems) {
        super(
                "request_invalid",
                String.join("\n", problems.stream().map(FieldProblem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, each with the place and with what would be right. */
    public List<FieldProblem> problems() {
        return problems;
    }
}
