package io.futureos.studio.storage;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The storage did not do its work, and it may be unknown whether it did part of it. The code is stable and for programs; the
 * message is for people, says whether anything was changed as far as that is known, and never has a password in it.
 */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StorageProblem problem;
    private final boolean changedNothing;

    /** Says only that it {@linkplain StorageProblem#FAILED failed}, and not whether anything was changed. */
    public StorageException(String message, @Nullable Throwable cause) {
        this(StorageProblem.FAILED, false, message, cause);
    }

    /** @param changedNothing whether that is certain */
    public StorageException(StorageProblem problem, boolean changedNothing, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = requireNonNull(problem, "problem");
        this.changedNothing = changedNothing;
    }

    /** Why, and whether it is worth trying again. */
    public StorageProblem problem() {
        return problem;
    }

    /** Why, for programs. */
    public String code() {
        return problem.code();
    }

    /** Whether this call certainly changed nothing; else that is unknown. */
    public boolean changedNothing() {
        return changedNothing;
    }
}
