package io.futureos.studio.storage.memory;

import io.futureos.studio.report.ReportDelivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail service that hands each key over once, and can be made to fail. */
final class Deliveries implements ReportDelivery {

    final List<String> tried = new ArrayList<>();
    private final Map<String, Delivery> handedOver = new LinkedHashMap<>();
    private Iterator<Exception> failures = List.<Exception>of().iterator();
    private Runnable once = () -> {};

    /** The next deliveries fail like this. */
    void failing(int times, Exception failure) {
        failures = Stream.generate(() -> failure).limit(times).iterator();
    }

    /** This happens in the middle of the next delivery. */
    void before(Runnable interlude) {
        once = interlude;
    }

    List<Delivery> all() {
        return List.copyOf(handedOver.values());
    }

    Delivery only() {
        if (handedOver.size() != 1) {
            throw new AssertionError("There should be one delivery, but there are " + handedOver.keySet());
        }
        return all().get(0);
    }

    @Override
    public void deliver(Delivery delivery) throws IOException {
        tried.add(delivery.key());
        Runnable interlude = once;
        once = () -> {};
        interlude.run();
        if (failures.hasNext()) {
            Exception failure = failures.next();
            if (failure instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) failure;
        }
        handedOver.putIfAbsent(delivery.key(), delivery);
    }
}
