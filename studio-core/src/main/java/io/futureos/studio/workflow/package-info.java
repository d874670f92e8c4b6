/**
 * The graph of stages, fingerprints and staleness: what builds on what, and what no longer fits its inputs.
 *
 * <p>Start reading at {@link io.futureos.studio.workflow.Workbench}. Everything here is pure and uses {@code model} and
 * the JDK only.
 */
@NullMarked
package io.futureos.studio.workflow;

import org.jspecify.annotations.NullMarked;
