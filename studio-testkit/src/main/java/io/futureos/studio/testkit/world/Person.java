package io.futureos.studio.testkit.world;

import io.futureos.studio.LiveSession;
import io.futureos.studio.model.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody at work: at one node, and with at most one request that was never answered. */
final class Person {

    private final UserId id;
    private Node node;
    private @Nullable Wish unanswered;
    private @Nullable LiveSession session;

    Person(UserId id, Node node) {
        this.id = id;
        this.node = node;
    }

    /** A request that can be made again: it bears a command id. */
    record Wish(Map<String, Object> request, @Nullable String mark, int times) {

        Wish again() {
            return new Wish(request, mark, times + 1);
        }
    }

    UserId id() {
        return id;
    }

    Node node() {
        return node;
    }

    void goTo(Node other) {
        node = other;
        session = null;
    }

    @Nullable
    Wish unanswered() {
        return unanswered;
    }

    void waitsFor(@Nullable Wish wish) {
        unanswered = wish;
    }

    @Nullable
    LiveSession session() {
        return session;
    }

    void sits(@Nullable LiveSession at) {
        session = at;
    }
}
