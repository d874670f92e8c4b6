package io.futureos.studio.workflow;

import java.util.List;

/** A description of a workflow is not a workflow. The message names everything that is wrong with it. */
public final class InvalidWorkflowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidWorkflowException(List<String> problems) {
        super("The workflow is not valid: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one thought each. */
    public List<String> problems() {
        return problems;
    }
}
