package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.PredictionTask.Occasion;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When a question looks at its variable.
 *
 * @param from null for the month after as-of
 */
record Period(@Nullable YearMonth from, YearMonth to, Occasion occasion) {}
