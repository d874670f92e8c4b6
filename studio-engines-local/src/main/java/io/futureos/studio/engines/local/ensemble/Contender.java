package io.futureos.studio.engines.local.ensemble;

import java.util.List;
import java.util.Optional;

/**
 * A member of the ensemble with all it has to say.
 *
 * @param method what it assumes, in a few words for people
 * @param paths from the first month after as-of, by draw and month
 * @param past by which it earns its weight
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; arrays keep thousands of draws small
record Contender(String name, String method, double[][] paths, List<PastPaths> past) {

    Optional<PastPaths> pastAt(int origin) {
        return past.stream().filter(forecast -> forecast.origin() == origin).findFirst();
    }
}
