package io.futureos.studio.testkit.engine;

import io.futureos.studio.engine.DataOrchestrator.SourceInfo;
import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.DataPackage.Variable;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engine.SimulationEngine.Frame;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engine.SimulationEngine.Outcome;
import io.futureos.studio.engine.SimulationEngine.Request;
import io.futureos.studio.model.BlobKey;
import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.DataSource;
import io.futureos.studio.model.Fingerprint;
import io.futureos.studio.model.Shock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What engines are asked and answer where that is not one record by itself, in a form that travels as JSON. */
final class Wire {

    private Wire() {}

    record Nothing() {}

    record Configured(List<DataSource> sources) {}

    record Explored(List<SourceInfo> sources) {}

    record Vocabulary(List<Variable> variables) {}

    record Modelled(PredictionTask task, DataPackage data) {}

    record Verdict(boolean models) {}

    record Origins(List<String> months) {}

    record Sections(List<String> types) {}

    record Hindsight(Request request, List<String> origins, int horizon) {}

    record Hindcasts(List<Hindcast> hindcasts) {}

    record Export(List<Frame> frames, DataFormat format) {}

    /** Bytes by their name. */
    record File(BlobKey content) {}

    /** Where a run stands before it is asked something. */
    record Standing(int tick, int totalTicks) {}

    record Resumption(Fingerprint request, BlobKey checkpoint) {}

    record Resumed(State state, int totalTicks) {}

    record Injection(State state, Shock shock) {}

    record Result(@Nullable Outcome outcome) {}

    /**
     * All that a run depends on. When a shock was injected is not part of it: before its tick, that is all the same.
     *
     * @param checkpoint where the run was resumed, if nobody knows what came before
     */
    record State(Fingerprint request, @Nullable BlobKey checkpoint, List<Shock> injected, int tick) {

        State at(int nextTick) {
            return new State(request, checkpoint, injected, nextTick);
        }

        State with(Shock shock) {
            var more = new ArrayList<>(injected);
            more.add(shock);
            return new State(request, checkpoint, more, tick);
        }
    }
}
