package io.futureos.studio.testkit.fault;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Says at each call whether something goes wrong with it. A plan may do something besides, for example kill the node.
 *
 * @param <F> what may go wrong
 */
@FunctionalInterface
public interface FaultPlan<F extends Enum<F>> {

    /**
     * The fault of the next call; empty if it goes well.
     *
     * @param operation the SPI's name and the method's, for example {@code journal.append}
     */
    Optional<F> next(String operation);

    /** Nothing ever goes wrong. */
    static <F extends Enum<F>> FaultPlan<F> never() {
        return operation -> Optional.empty();
    }

    /** The same goes wrong with every call. */
    static <F extends Enum<F>> FaultPlan<F> always(F fault) {
        return operation -> Optional.of(fault);
    }

    /**
     * One call goes wrong.
     *
     * @param call counts from 1
     */
    static <F extends Enum<F>> FaultPlan<F> atCall(int call, F fault) {
        var calls = new AtomicInteger();
        return operation -> calls.incrementAndGet() == call ? Optional.of(fault) : Optional.empty();
    }

    /**
     * Every call goes wrong with some probability.
     *
     * @param random where chance comes from; the same seed and the same calls give the same faults
     * @param rates how probable each fault is at each call, from 0 to 1 and no more than 1 together
     */
    static <F extends Enum<F>> FaultPlan<F> seeded(RandomGenerator random, Map<F, Double> rates) {
        var inOrder = new TreeMap<>(rates);
        double sum = inOrder.values().stream().mapToDouble(rate -> rate).sum();
        if (!(sum <= 1) || inOrder.values().stream().anyMatch(rate -> rate < 0)) {
            throw new IllegalArgumentException("Rates are from 0 to 1 together, but these are " + inOrder);
        }
        return operation -> {
            double drawn = random.nextDouble();
            for (Map.Entry<F, Double> rate : inOrder.entrySet()) {
                drawn -= rate.getValue();
                if (drawn < 0) {
                    return Optional.of(rate.getKey());
                }
            }
            return Optional.empty();
        };
    }

    /** This plan for some operations; the calls of others go well and are not counted. */
    default FaultPlan<F> only(Predicate<String> operations) {
        return operation -> operations.test(operation) ? next(operation) : Optional.empty();
    }

    /** This plan for one operation; the calls of others go well and are not counted. */
    default FaultPlan<F> only(String wanted) {
        return only(wanted::equals);
    }
}
