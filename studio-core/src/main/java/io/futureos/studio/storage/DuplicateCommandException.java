package io.futureos.studio.storage;

/** The command was done already, by another node or in another project; nothing was written now. */
public final class DuplicateCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateCommandException(Receipt receipt) {
        super("User " + receipt.user() + " has used command id " + receipt.command()
                + " already. Look the receipt up and answer with it.");
    }
}
