package io.futureos.studio.engines.local.ensemble;

import io.futureos.studio.engine.DataPackage;
import io.futureos.studio.engine.PredictionTask;
import io.futureos.studio.engines.local.series.MonthlySeries;
import io.futureos.studio.engines.local.series.Months;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * From where the past is forecast again: every third month of the last three years, as far as enough was known then for
 * a forecast and something became known after. The statistical models are also run at origins before those, so that the
 * first forecast that is judged has errors to learn from.
 */
final class BacktestPlan {

    static final int HORIZON = 12;
    private static final int STEP = 3;
    private static final int SPAN = 36;
    private static final int REHEARSAL_SPAN = 72;
    private static final int LEAST_KNOWN = 5;
    private static final int ENOUGH_KNOWN = 24;

    private BacktestPlan() {}

    /** What a package promises by its description alone, no row read; empty if the question has no months there. */
    static List<Integer> promised(DataPackage data, PredictionTask task) {
        String asOf = Optional.ofNullable(task.asOf()).orElse(data.asOf());
        if (asOf == null) {
            return List.of();
        }
        return data.variable(task.targetVariable())
                .flatMap(variable -> Optional.ofNullable(variable.table()))
                .flatMap(data::table)
                .filter(table -> table.timeColumn() != null)
                .map(table -> candidates(Months.number(asOf), (int) table.rows(), STEP, SPAN))
                .orElse(List.of());
    }

    /** The promised origins from which these figures can really be forecast, oldest first. */
    static List<Integer> origins(MonthlySeries history) {
        return usable(history, candidates(history.last(), history.size(), STEP, SPAN));
    }

    /** Origins before those, oldest first: what is forecast from there is learnt from and not judged. */
    static List<Integer> rehearsals(MonthlySeries history) {
        return usable(history, candidates(history.last(), history.size(), SPAN + STEP, REHEARSAL_SPAN));
    }

    private static List<Integer> usable(MonthlySeries history, List<Integer> candidates) {
        return candidates.stream()
                .filter(origin -> history.upTo(origin).known() >= LEAST_KNOWN && anythingAfter(history, origin))
                .toList();
    }

    private static List<Integer> candidates(int last, int months, int nearest, int farthest) {
        int needed = Math.max(LEAST_KNOWN, Math.min(ENOUGH_KNOWN, months / 2));
        List<Integer> origins = new ArrayList<>();
        for (int back = nearest; back <= farthest && months - back >= needed; back += STEP) {
            origins.add(last - back);
        }
        Collections.reverse(origins);
        return origins;
    }

    private static boolean anythingAfter(MonthlySeries history, int origin) {
        for (int month = origin + 1; month <= Math.min(history.last(), origin + HORIZON); month++) {
            if (history.knows(month)) {
                return true;
            }
        }
        return false;
    }
}
