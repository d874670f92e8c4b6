package io.futureos.studio.runtime;

import io.futureos.studio.model.BlobKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers keys of blobs in 16 MB at most, however many there are: a Bloom filter (Bloom, 1970), for which keys, being
 * fingerprints, bring their own hash values. It forgets none, and takes some for marked that are not: with ten million keys
 * one in two hundred. The salt decides which, so that these are others next time. For use by one thread.
 */
final class Marks {

    private static final int BITS = 27;
    private static final int PAGE_BITS = 13;
    private static final int PLACES = 4;
    private static final int DIGITS = 8;
    private static final int WORDS = 8;

    private final Map<Integer, long[]> pages = new HashMap<>();
    private final int salt;

    Marks(long salt) {
        this.salt = Math.floorMod(salt, WORDS);
    }

    void add(BlobKey key) {
        for (int i = 0; i < PLACES; i++) {
            int place = place(key, i);
            long[] page = pages.computeIfAbsent(place >>> PAGE_BITS, p -> new long[(1 << PAGE_BITS) / Long.SIZE]);
            page[word(place)] |= 1L << place;
        }
    }

    boolean has(BlobKey key) {
        for (int i = 0; i < PLACES; i++) {
            int place = place(key, i);
            long[] page = pages.get(place >>> PAGE_BITS);
            if (page == null || (page[word(place)] & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }

    private int place(BlobKey key, int i) {
        int from = (salt + i) % WORDS * DIGITS;
        return Integer.parseUnsignedInt(key.toString(), from, from + DIGITS, 16) >>> (Integer.SIZE - BITS);
    }

    private static int word(int place) {
        return (place & ((1 << PAGE_BITS) - 1)) / Long.SIZE;
    }
}
