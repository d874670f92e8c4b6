/**
 * What every engine and every report exporter promises, as tests, and engines that are recorded and replayed.
 *
 * <p>Start reading at {@link io.futureos.studio.testkit.engine.EngineContract}: the test of an engine extends the contract
 * of its interface and hands out the engine and one request. {@link io.futureos.studio.testkit.engine.RecordedEngines} and
 * {@link io.futureos.studio.testkit.engine.ReplayedEngines} keep slow engines out of a host's tests. Builds on
 * studio-core, JUnit and AssertJ.
 */
@NullMarked
package io.futureos.studio.testkit.engine;

import org.jspecify.annotations.NullMarked;
