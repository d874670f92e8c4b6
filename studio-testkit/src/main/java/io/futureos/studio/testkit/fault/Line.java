package io.futureos.studio.testkit.fault;

import io.futureos.studio.storage.StorageException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies between a node and its storage: every call goes through here and meets its fault. */
final class Line {

    private final FaultPlan<StorageFault> plan;
    private final Runnable delay;
    private volatile boolean dead;

    Line(FaultPlan<StorageFault> plan, Runnable delay) {
        this.plan = plan;
        this.delay = delay;
    }

    void cut() {
        dead = true;
    }

    boolean isCut() {
        return dead;
    }

    void run(String operation, Runnable request) {
        call(operation, () -> {
            request.run();
            return Optional.empty();
        });
    }

    <T> T call(String operation, Supplier<T> request) {
        return meeting(fault(operation), operation, request);
    }

    /** A call that can't happen twice, and that the death of the node in its middle makes fail. */
    <T> T once(String operation, Supplier<T> request) {
        StorageFault fault = fault(operation);
        T answer = meeting(fault == StorageFault.TWICE ? null : fault, operation, request);
        requireWhole(operation);
        return answer;
    }

    private @Nullable StorageFault fault(String operation) {
        requireWhole(operation);
        StorageFault fault = plan.next(operation).orElse(null);
        requireWhole(operation);
        return fault;
    }

    private <T> T meeting(@Nullable StorageFault fault, String operation, Supplier<T> request) {
        if (fault == null) {
            return request.get();
        }
        return switch (fault) {
            case FAIL_BEFORE -> throw new StorageException(operation + " did not reach the storage", null);
            case FAIL_AFTER -> {
                unanswered(request);
                throw new StorageException("The reply to " + operation + " was lost", null);
            }
            case DELAY -> {
                delay.run();
                requireWhole(operation);
                yield request.get();
            }
            case TWICE -> {
                T first = request.get();
                unanswered(request);
                yield first;
            }
        };
    }

    /** Whatever comes back, good or bad, reaches nobody. */
    private static void unanswered(Supplier<?> request) {
        try {
            var unused = request.get();
        } catch (RuntimeException e) {
            // a refusal is an answer too
        }
    }

    void requireWhole(String operation) {
        if (dead) {
            throw new StorageException("The node is dead and can't do " + operation + " any more", null);
        }
    }
}
