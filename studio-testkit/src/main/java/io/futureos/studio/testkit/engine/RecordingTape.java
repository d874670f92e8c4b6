package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.testkit.engine.RecordingContext.Report;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets the engines answer, and writes down what they say. What was cancelled or broke is not an answer. */
final class RecordingTape implements Tape {

    private final Recording recording;

    RecordingTape(Recording recording) {
        this.recording = recording;
    }

    @Override
    public <R extends Record> R answer(
            Question question, Class<R> type, EngineContext context, Function<EngineContext, R> live) {
        var overheard = new Overheard(context);
        try {
            R answer = live.apply(overheard);
            add(question, keep(StudioJson.writeBytes(answer)), null, overheard);
            return answer;
        } catch (EngineException e) {
            add(question, null, new Recording.Refusal(e.code(), String.valueOf(e.getMessage())), overheard);
            throw e;
        }
    }

    private void add(
            Question question, @Nullable BlobKey answer, Recording.@Nullable Refusal refusal, Overheard overheard) {
        recording.add(question, answer, refusal, List.copyOf(overheard.stored), List.copyOf(overheard.reports));
    }

    @Override
    public BlobKey keep(byte[] content) {
        return recording.keep(content);
    }

    @Override
    public byte[] kept(BlobKey key) {
        return recording.kept(key);
    }

    /** A context whose stored blobs are kept too. */
    private final class Overheard implements EngineContext {
        private final EngineContext context;
        private final List<BlobKey> stored = Collections.synchronizedList(new ArrayList<>());

        private final List<Report> reports = Collections.synchronizedList(new ArrayList<>());

        Overheard(EngineContext context) {
            this.context = context;
        }

        @Override
        public void progress(String phase, double fraction) {
            reports.add(new Report(phase, fraction));
            context.progress(phase, fraction);
        }

        @Override
        public byte[] read(BlobKey key) {
            return context.read(key);
        }

        @Override
        public BlobKey store(byte[] content) {
            stored.add(keep(content));
            return context.store(content);
        }
    }
}
