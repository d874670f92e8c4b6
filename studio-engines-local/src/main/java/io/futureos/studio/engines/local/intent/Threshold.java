package io.futureos.studio.engines.local.intent;

import io.futureos.studio.engine.PredictionTask.Comparison;
import java.math.BigDecimal;

/**
 * What the variable is held against.
 *
 * @param number as it was asked
 * @param percent whether the number was in per cent
 * @param ofWhole whether "of" follows, so that the number must be a part of something
 */
record Threshold(Comparison comparison, BigDecimal number, boolean percent, boolean ofWhole) {

    /** The number as a person reads it. */
    String shown() {
        return number.toPlainString() + (percent ? " %" : "");
    }
}
