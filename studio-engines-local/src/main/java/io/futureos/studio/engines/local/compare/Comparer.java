package io.futureos.studio.engines.local.compare;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.ExplanationGenerator.Candidate;
import io.futureos.studio.engine.ExplanationGenerator.CompareRequest;
import io.futureos.studio.engine.ExplanationGenerator.StoredRun;
import io.futureos.studio.engine.ScenarioComparison;
import io.futureos.studio.engine.ScenarioComparison.Standing;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.ArrayList;
import java.util.List;

/** Holds scenarios against the first of them. */
public final class Comparer {

    private final TableSource tables;

    public Comparer(TableSource tables) {
        this.tables = tables;
    }

    public ScenarioComparison compare(CompareRequest request, EngineContext context) {
        context.progress("Comparing", tables == null ? 1 : 0);
        var standings = new ArrayList<Standing>();
        for (Candidate candidate : request.scenarios()) {
            StoredRun run = candidate.run();
            standings.add(
                    new Standing(run == null ? null : run.forecast().eventProbability(), null, List.of()));
        }
        return new ScenarioComparison("the value", standings, List.of());
    }
}
