package io.futureos.studio;

/** Something inside a project, for example a report or a job, does not exist. */
public final class NotFoundException extends StudioException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String code, String message) {
        super(code, message);
    }
}
