package io.futureos.studio.storage;

import org.jspecify.annotations.Nullable;

/** The storage did not do its work, and it may be unknown whether it did part of it. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
