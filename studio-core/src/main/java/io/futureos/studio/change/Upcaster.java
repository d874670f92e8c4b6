package io.futureos.studio.change;

import java.util.Map;

/** Brings a revision that an older version of the library journalled one schema further. */
public interface Upcaster {

    /** The schema that this upcaster reads; it writes the next one. */
    int from();

    /** The revision in the next schema; the field {@code schema} is set by the caller. */
    Map<String, Object> upcast(Map<String, Object> revision);
}
