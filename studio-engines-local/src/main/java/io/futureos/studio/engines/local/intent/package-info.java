/**
 * Turns a question in English into a prediction task, or says what it does not understand.
 *
 * <p>Start reading at {@link io.futureos.studio.engines.local.intent.LocalIntentParser}: a tokenizer, a small grammar for
 * periods and thresholds, and a match of the words left over against the vocabulary. Uses nothing but the SPI.
 */
@NullMarked
package io.futureos.studio.engines.local.intent;

import org.jspecify.annotations.NullMarked;
