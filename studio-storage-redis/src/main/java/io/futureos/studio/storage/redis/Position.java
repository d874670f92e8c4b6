package io.futureos.studio.storage.redis;

/**
 * How far a project's log is.
 *
 * @param epoch random; another one means that the log began anew, because Redis was flushed or restarted empty
 * @param offset counts the events of the epoch from 1, without gaps
 */
record Position(String epoch, long offset) {

    boolean isRightAfter(Position other) {
        return epoch.equals(other.epoch) && offset == other.offset + 1;
    }

    /** Whether the same log came from there to here. */
    boolean continues(Position other) {
        return epoch.equals(other.epoch) && offset >= other.offset;
    }
}
