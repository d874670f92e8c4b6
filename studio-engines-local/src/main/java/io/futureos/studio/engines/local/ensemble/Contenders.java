package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.EngineContext;
import io.futureos.studio.engine.EngineException;
import io.futureos.studio.engine.EnsembleAggregator.Backtest;
import io.futureos.studio.engine.EnsembleAggregator.Member;
import io.futureos.studio.engine.EnsembleAggregator.Request;
import io.futureos.studio.engine.SimulationEngine.Hindcast;
import io.futureos.studio.engines.local.models.Draws;
import io.futureos.studio.engines.local.models.StatisticalModel;
import io.futureos.studio.engines.local.series.Months;
import io.futureos.studio.engines.local.series.Scale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings members from outside and the statistical models into one form. */
final class Contenders {

    static final int PATHS = 2000;
    private static final int PAST_PATHS = 300;

    private final Request request;
    private final Target target;
    private final EngineContext context;

    Contenders(Request request, Target target, EngineContext context) {
        this.request = request;
        this.target = target;
        this.context = context;
    }

    List<Contender> all(List<Integer> origins) {
        List<Contender> contenders = new ArrayList<>();
        Set<String> names = new HashSet<>(List.of(Backtest.POOL, Backtest.YEAR_BEFORE));
        StatisticalModel.ALL.forEach(model -> names.add(model.name()));
        for (Member member : request.members()) {
            if (!names.add(member.name())) {
                throw new EngineException(
                        "member_twice",
                        "The name \"" + member.name() + "\" of a member is taken, by another member or by a forecast"
                                + " that the aggregator makes itself; give each its own name.");
            }
            contenders.add(outside(member));
        }
        int tested = 0;
        for (StatisticalModel model : StatisticalModel.ALL) {
            double done = (double) tested++ / StatisticalModel.ALL.size();
            context.progress("Testing the " + model.name() + " on the past", 0.1 + 0.7 * done);
            contenders.add(statistical(model, origins));
        }
        return contenders;
    }

    private Contender statistical(StatisticalModel model, List<Integer> origins) {
        List<PastPaths> past = new ArrayList<>();
        for (int origin : origins) {
            int months = Math.min(BacktestPlan.HORIZON, target.asOf() - origin);
            past.add(new PastPaths(origin, monthsAfter(origin, months), paths(model, origin, months, PAST_PATHS)));
        }
        double[][] paths = paths(model, target.asOf(), request.horizon(), PATHS);
        return new Contender(model.name(), model.method(), withEffect(paths), past);
    }

    private double[][] paths(StatisticalModel model, int origin, int horizon, int count) {
        Draws draws = Draws.of(request.seed(), model.name(), origin);
        return model.paths(target.history().upTo(origin), target.scaleAt(origin), horizon, count, draws);
    }

    /** A scenario's effect lasts: after its last month it stays what it was. */
    private double[][] withEffect(double[][] paths) {
        List<Double> effect = request.effect();
        if (!effect.isEmpty()) {
            Scale scale = target.scale();
            for (double[] path : paths) {
                for (int h = 0; h < path.length; h++) {
                    path[h] = scale.shifted(path[h], effect.get(Math.min(h, effect.size() - 1)));
                }
            }
        }
        return paths;
    }

    private Contender outside(Member member) {
        double[][] paths = matrix(member.name(), "forecast", member.paths(), request.horizon());
        List<PastPaths> past = new ArrayList<>();
        for (Hindcast hindcast : member.hindcasts()) {
            past.add(outside(member.name(), hindcast));
        }
        return new Contender(member.name(), "an engine of its own, which forecast the past too", paths, past);
    }

    private static PastPaths outside(String member, Hindcast hindcast) {
        int origin = Months.number(hindcast.origin());
        int[] periods = hindcast.periods().stream().mapToInt(Months::number).toArray();
        for (int period : periods) {
            if (period <= origin) {
                throw malformed(
                        member,
                        "its hindcast from " + hindcast.origin() + " covers " + Months.text(period)
                                + ", which is not after it");
            }
        }
        String what = "hindcast from " + hindcast.origin();
        return new PastPaths(origin, periods, matrix(member, what, hindcast.paths(), periods.length));
    }

    private static double[][] matrix(String member, String what, List<List<Double>> paths, int months) {
        if (paths.isEmpty()) {
            throw malformed(member, "its " + what + " has no paths");
        }
        double[][] matrix = new double[paths.size()][months];
        for (int i = 0; i < matrix.length; i++) {
            List<Double> path = paths.get(i);
            if (path.size() < months) {
                throw malformed(
                        member, "path " + (i + 1) + " of its " + what + " has " + path.size() + " months of " + months);
            }
            for (int h = 0; h < months; h++) {
                Double value = path.get(h);
                if (value == null || !Double.isFinite(value)) {
                    throw malformed(
                            member, "path " + (i + 1) + " of its " + what + " has " + value + " in month " + (h + 1));
                }
                matrix[i][h] = value;
            }
        }
        return matrix;
    }

    private static EngineException malformed(String member, String what) {
        return new EngineException(
                "member_malformed",
                "The member \"" + member + "\" can't be pooled: " + what
                        + "; each path needs a finite number for every month.");
    }

    private static int[] monthsAfter(int origin, int count) {
        int[] months = new int[count];
        for (int h = 0; h < count; h++) {
            months[h] = origin + 1 + h;
        }
        return months;
    }
}
