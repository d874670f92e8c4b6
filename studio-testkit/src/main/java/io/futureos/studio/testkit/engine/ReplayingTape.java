package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.json.StudioJson;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.testkit.engine.Recording.Exchange;
import java.util.Objects;
import java.util.function.Function;

/** Answers from a recording and asks no engine. */
final class ReplayingTape implements Tape {

    private final Recording recording;

    ReplayingTape(Recording recording) {
        this.recording = recording;
    }

    @Override
    public <R extends Record> R answer(
            Question question, Class<R> type, EngineContext context, Function<EngineContext, R> live) {
        Exchange exchange = recording
                .find(question)
                .orElseThrow(() -> NotRecordedException.of(question, recording.requestsLike(question)));
        exchange.reports().forEach(report -> context.progress(report.phase(), report.fraction()));
        if (exchange.refusal() != null) {
            throw new EngineException(
                    exchange.refusal().code(), exchange.refusal().message());
        }
        exchange.stored().forEach(key -> context.store(recording.kept(key)));
        String answer = recording.text(Objects.requireNonNull(exchange.answer(), "neither answer nor refusal"));
        return StudioJson.fromOpen(StudioJson.readOwn(answer), type);
    }

    @Override
    public BlobKey keep(byte[] content) {
        return BlobKey.of(content);
    }

    @Override
    public byte[] kept(BlobKey key) {
        return recording.kept(key);
    }
}
