package io.futureos.studio.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Has a piece of work done on an executor whenever it is raised, but never by two threads at once: raised while the work is
 * being done, it has it done once more. Safe for use by several threads.
 */
final class Signal {

    private final Executor executor;
    private final Runnable work;
    private final AtomicReference<State> state = new AtomicReference<>(State.DOWN);

    private enum State {
        DOWN,
        /** The work waits for the executor or is being done. */
        UP,
        /** It is to be done again after that. */
        UP_AGAIN
    }

    Signal(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    void raise() {
        State before = state.getAndUpdate(now -> now == State.DOWN ? State.UP : State.UP_AGAIN);
        if (before == State.DOWN) {
            submit();
        }
    }

    /** An executor that takes nothing now may take something when the signal is raised next. */
    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            state.set(State.DOWN);
        } catch (RuntimeException | Error e) { // for example, no thread could be made
            state.set(State.DOWN);
            throw e;
        }
    }

    private void run() {
        try {
            work.run();
        } finally {
            if (!state.compareAndSet(State.UP, State.DOWN)) {
                state.set(State.UP);
                submit();
            }
        }
    }
}
