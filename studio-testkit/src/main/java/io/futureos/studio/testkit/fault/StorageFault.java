package io.futureos.studio.testkit.fault;

/** What goes wrong with a call to a storage. */
public enum StorageFault {

    /** The request does not arrive: nothing is done, and the caller gets a {@code StorageException}. */
    FAIL_BEFORE,

    /**
     * The reply is lost: all is done that the storage would do, or refused, and the caller gets a {@code StorageException} and
     * does not know which.
     */
    FAIL_AFTER,

    /** The request arrives later: what the delay does comes first, and then the call goes well. */
    DELAY,

    /**
     * The request arrives twice, as when a driver or a proxy sends again what got no reply: all is done, then done once more,
     * and the caller gets the first answer. Whatever the second gets, for example that the revision is there already, goes
     * back to nobody.
     */
    TWICE
}
