package io.futureos.studio.decide;

import io.futureos.studio.model.DataFormat;
import io.futureos.studio.model.Output;
import io.futureos.studio.model.RunRecord;
import io.futureos.studio.model.ScenarioId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about a project that needs stored content or an engine to be answered. Answers change nothing. */
public sealed interface Inquiry {

    <R> R match(Cases<R> cases);

    /** Which sources there are, and how the variables hang together. */
    record Sources(@Nullable Output data) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sources(this);
        }
    }

    /** A page of a table. */
    record Preview(Output data, @Nullable String source, long offset, int limit) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.preview(this);
        }
    }

    /** The population's archetypes, dimensions and fit. */
    record Archetypes(Output population) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.archetypes(this);
        }
    }

    /** A drawing of the population's network. */
    record Network(Output population, int nodes) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.network(this);
        }
    }

    /** Several scenarios side by side; a scenario that was not run has no outcome. */
    record Comparison(List<Compared> scenarios) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.comparison(this);
        }
    }

    /** One of the compared scenarios. */
    record Compared(
            ScenarioId scenario, String name, @Nullable Output outcome, boolean stale) {}

    /** One recorded month of a run. */
    record Frame(ScenarioId scenario, RunRecord run, int tick) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.frame(this);
        }
    }

    /** All recorded months of a run, as a file. */
    record FrameExport(ScenarioId scenario, RunRecord run, DataFormat format) implements Inquiry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.frameExport(this);
        }
    }

    /** An exhaustive match. */
    interface Cases<R> {
        R sources(Sources inquiry);

        R preview(Preview inquiry);

        R archetypes(Archetypes inquiry);

        R network(Network inquiry);

        R comparison(Comparison inquiry);

        R frame(Frame inquiry);

        R frameExport(FrameExport inquiry);
    }
}
