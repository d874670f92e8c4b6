package io.futureos.studio.testkit.world;

import io.futureos.studio.report.ReportDelivery;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** A mail service outside the world, which fails now and then and hands each key over once. */
final class Post implements ReportDelivery {

    private final Chance chance;
    private final Set<String> handedOver = new LinkedHashSet<>();
    private boolean fails = true;
    private int calls;

    Post(Chance chance) {
        this.chance = chance;
    }

    @Override
    public void deliver(Delivery delivery) throws IOException {
        calls++;
        if (fails && chance.hits(0.1)) {
            throw new IOException("the post is on strike");
        }
        handedOver.add(delivery.key());
    }

    /** From now on, everything arrives. */
    void works() {
        fails = false;
    }

    int delivered() {
        return handedOver.size();
    }

    /** How often it was asked to hand over what it had handed over already, or could not. */
    int inVain() {
        return calls - handedOver.size();
    }
}
