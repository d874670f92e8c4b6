package io.futureos.studio.engines.local.explain;

import io.futureos.studio.engine.EnsembleAggregator.Quantiles;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One of the quantiles that a forecast tells. */
enum Quantile {
    Q05(Quantiles::q05),
    Q10(Quantiles::q10),
    Q25(Quantiles::q25),
    Q50(Quantiles::q50),
    Q75(Quantiles::q75),
    Q90(Quantiles::q90),
    Q95(Quantiles::q95);

    @SuppressWarnings("ImmutableEnumChecker") // an accessor of a record
    private final ToDoubleFunction<Quantiles> of;

    Quantile(ToDoubleFunction<Quantiles> of) {
        this.of = of;
    }

    double of(Quantiles quantiles) {
        return of.applyAsDouble(quantiles);
    }

    /** As the field is called in JSON. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
