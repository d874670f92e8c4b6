/**
 * The graph of stages, the fingerprints of what goes into them, and what follows for staleness and status.
 *
 * <p>Start reading at {@link io.futureos.studio.workflow.WorkflowGraph}; fingerprints are taken over
 * {@link io.futureos.studio.workflow.CanonicalJson}. Nothing here performs I/O or reads a clock. Builds on {@code model}.
 */
@NullMarked
package io.futureos.studio.workflow;

import org.jspecify.annotations.NullMarked;
