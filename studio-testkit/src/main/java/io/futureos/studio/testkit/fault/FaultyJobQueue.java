package io.futureos.studio.testkit.fault;

import io.futureos.studio.storage.JobQueue;
import io.futureos.studio.storage.QueuedJob;
import java.util.concurrent.Executor;

/** A queue at the other end of a line. */
record FaultyJobQueue(JobQueue real, Line line) implements JobQueue {

    @Override
    public JobStation join(JobWorker worker, Executor threads) {
        return line.once("jobs.join", () -> new FaultyStation(real.join(overTheLine(worker), alive(threads)), line));
    }

    private JobWorker overTheLine(JobWorker worker) {
        return (job, attempt) -> line.once("jobs.work", () -> worker.work(job, attempt));
    }

    /** A dead node has threads no more: what they were to do is never done, and nobody hears of it. */
    private Executor alive(Executor threads) {
        return work -> threads.execute(() -> {
            if (!line.isCut()) {
                work.run();
            }
        });
    }

    private record FaultyStation(JobStation real, Line line) implements JobStation {

        @Override
        public void submit(QueuedJob job) {
            line.run("jobs.submit", () -> real.submit(job));
        }

        @Override
        public void poll() {
            line.run("jobs.poll", real::poll);
        }

        @Override
        public void close() {
            line.requireWhole("jobs.close");
            real.close();
        }
    }
}
