package io.futureos.studio.examples.quickstart;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Lets work tidy up after Ctrl-C before the JVM ends. */
final class Interrupt {

    private static final long SECONDS_TO_TIDY_UP = 3;

    private Interrupt() {}

    /** Does the work; if the JVM is told to end meanwhile, the work is interrupted and given a moment. */
    static int guard(IntSupplier work) {
        Thread worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyUp(worker, ended), "quickstart-interrupt"));
        try {
            return work.getAsInt();
        } finally {
            ended.countDown();
        }
    }

    private static void tidyUp(Thread worker, CountDownLatch ended) {
        try {
            if (ended.getCount() > 0) {
                worker.interrupt();
                boolean tidy = ended.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS);
                assert tidy || worker.isAlive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
