package io.futureos.studio.engines.local.intent;

/**
 * Something understood in a question.
 *
 * @param end the position after its last token
 */
record Match<T>(T value, int end) {}
