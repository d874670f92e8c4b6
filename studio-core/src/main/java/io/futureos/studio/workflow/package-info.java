/**
 * How the stages of a forecast depend on each other, and what is current, stale or complete because of it.
 *
 * <p>Start reading at {@link io.futureos.studio.workflow.Assessment}: staleness is derived from fingerprints and never
 * stored. {@link io.futureos.studio.workflow.WorkflowGraph} holds the contract's dependencies. Pure; builds on
 * {@code model}.
 */
@NullMarked
package io.futureos.studio.workflow;

import org.jspecify.annotations.NullMarked;
