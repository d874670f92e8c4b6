package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.RecentTables;
import io.futureos.studio.engines.local.series.TableSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pools the members' sample paths with those of the statistical models. Weights minimise the CRPS of the pool in a rolling
 * backtest; intervals are then made as wide as past errors call for. Stateless and deterministic.
 */
public final class LocalEnsembleAggregator implements EnsembleAggregator {

    private static final int LONGEST = 600;

    private final TableSource tables;

    public LocalEnsembleAggregator() {
        this(new RecentTables());
    }

    /** One that gets its tables here, as others may too. */
    public LocalEnsembleAggregator(TableSource tables) {
        this.tables = tables;
    }

    @Override
    public Provenance provenance() {
        return new Provenance("local ensemble aggregator", "1");
    }

    /**
     * Every third month of the last three years before as-of, as far as the package's rows allow. Needs no row: which
     * months are known is read from the package's description.
     */
    @Override
    public List<String> backtestOrigins(DataPackage data, PredictionTask task) {
        return BacktestPlan.promised(data, task).stream().map(Months::text).toList();
    }

    @Override
    public Forecast aggregate(Request request, EngineContext context) {
        if (request.horizon() < 1 || request.horizon() > LONGEST) {
            throw new EngineException(
                    "horizon_out_of_range",
                    "A forecast looks 1 to " + LONGEST + " months ahead, but " + request.horizon()
                            + " were asked for.");
        }
        context.progress("Reading the history", 0);
        Target target = Target.read(request.data(), request.task(), tables, context);
        QuestionPeriod period = new QuestionPeriod(request.task(), target, request.horizon());
        List<Integer> origins = BacktestPlan.origins(target.history());
        if (origins.isEmpty()) {
            throw new EngineException(
                    "history_too_short",
                    "The history up to " + Months.text(target.asOf())
                            + " leaves no month to test a forecast on; it needs figures in its last months.");
        }
        List<Integer> rehearsals = BacktestPlan.rehearsals(target.history());
        List<Contender> contenders = new Contenders(request, target, context)
                .all(Stream.concat(rehearsals.stream(), origins.stream()).toList());
        context.progress("Weighing the members", 0.8);
        RollingBacktest backtest = new RollingBacktest(contenders, target, rehearsals, origins);
        Forecast forecast =
                new Verdict(request, target, period, contenders, backtest, origins, rehearsals.size()).forecast();
        context.progress("Forecast pooled", 1);
        return forecast;
    }

    /**
     * What the members that would be pooled say by themselves, those from outside and the aggregator's own, for who judges
     * them one by one. They come without their past.
     */
    public List<Member> members(Request request, EngineContext context) {
        Target target = Target.read(request.data(), request.task(), tables, context);
        return new Contenders(request, target, context)
                .all(List.of()).stream()
                        .map(contender -> new Member(contender.name(), boxed(contender.paths()), List.of()))
                        .toList();
    }

    private static List<List<Double>> boxed(double[][] paths) {
        return Arrays.stream(paths)
                .map(path -> Arrays.stream(path).boxed().toList())
                .toList();
    }
}
