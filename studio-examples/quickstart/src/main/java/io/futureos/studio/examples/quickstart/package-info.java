/**
 * A program that takes a question through all five workbenches and writes the report.
 *
 * <p>Start reading at {@link io.futureos.studio.examples.quickstart.Walkthrough}, which uses the Studio as any host would.
 * Builds on the facade of the core, on every storage that there is, the local engines and the renderers.
 */
@NullMarked
package io.futureos.studio.examples.quickstart;

import org.jspecify.annotations.NullMarked;
